import type { Frame } from './frame.ts';
import { textWidth } from './text-width.ts';

/** A map of host cities, projected where it is made. */
export interface HostMap {
  readonly width: number;
  readonly height: number;
  /** Outlines as paths. */
  readonly land: string;
  readonly borders: string;
  readonly cities: readonly City[];
}

/** A city with its programs. */
export interface City {
  readonly name: string;
  /** Language of the name where it is not that of the page. */
  readonly lang: string | null;
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly named: boolean;
}

/** Fits a map into a width. Names keep their size, so that a narrow map names fewer cities: those with the most programs. */
export function mapLayout(map: HostMap, { width, narrow }: Pick<Frame, 'width' | 'narrow'>) {
  const scale = width / map.width;
  const cities = map.cities.map((city) => ({
    ...city,
    ...{ x: city.x * scale, y: city.y * scale, radius: city.radius * (narrow ? 0.75 : 1) },
  }));
  return { ...map, cities: withNames(cities, width), scale, width, height: map.height * scale };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

const beside = 5;

/** A name stands right of its city, or left of it at the edge, and clear of the names before; the table holds all. */
function withNames(cities: readonly City[], width: number) {
  const taken: Box[] = [];
  const sorted = cities.toSorted((one, other) => other.count - one.count);
  return sorted.map((city) => {
    const text = `${city.name} ${city.count}`;
    const room = textWidth(text);
    const right = city.x + city.radius + beside;
    const left = right + room > width ? city.x - city.radius - beside - room : right;
    const box = { left, right: left + room, y: city.y };
    const named = city.named && taken.every((other) => apart(box, other));
    if (named) taken.push(box);
    const label = left === right ? { x: right, anchor: 'start' } : { x: city.x - city.radius - beside, anchor: 'end' };
    return { ...city, label: named ? { text, ...label } : null };
  });
}

function apart(one: Box, other: Box): boolean {
  return Math.abs(one.y - other.y) > 14 || one.left > other.right || other.left > one.right;
}
