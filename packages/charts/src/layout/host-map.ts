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
  /** Language of the names where it is not that of the page. */
  readonly lang: string | null;
}

/** A city with its programs. */
export interface City {
  readonly name: string;
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
  return { ...map, cities: named(cities), scale, width, height: map.height * scale };
}

/** Cities whose names keep clear of the names before; the table holds every name. */
function named(cities: readonly City[]): City[] {
  const taken: { left: number; right: number; y: number }[] = [];
  const sorted = cities.toSorted((one, other) => other.count - one.count);
  return sorted.map((city) => {
    const left = city.x + city.radius;
    const place = { left, right: left + textWidth(`${city.name} ${city.count}`) + 8, y: city.y };
    const free = taken.every(
      (other) => Math.abs(other.y - place.y) > 14 || other.left > place.right || other.right < place.left,
    );
    if (city.named && free) taken.push(place);
    return { ...city, named: city.named && free };
  });
}
