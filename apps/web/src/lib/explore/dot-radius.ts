/** Area of the dot of one program, in square units of the map. */
const areaOfOne = 60;

/** Radius of the dot of a city with so many programs: its area shows the number. */
export function dotRadius(count: number): number {
  return Math.sqrt((areaOfOne * count) / Math.PI);
}
