import { geoConicEqualArea, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-110m.json' with { type: 'json' };
import type { HostMap } from '@govexport/charts';
import { dotRadius } from '../explore/dot-radius.ts';
import { m } from '../generated/messages.js';
import { caller, dataset } from './caller.ts';
import { shown } from './language/translate.ts';

/** Size of the map. */
export const mapSize = { width: 720, height: 470 };
const topology = world as unknown as Topology<{ countries: GeometryCollection }>;
/** The five states by their numbers in ISO 3166-1. */
const stateNumbers: Readonly<Record<string, string>> = { KZ: '398', KG: '417', TJ: '762', TM: '795', UZ: '860' };
/** China and the five states. */
const drawn = new Set(['156', ...Object.values(stateNumbers)]);
const states = {
  type: 'FeatureCollection' as const,
  features: feature(topology, topology.objects.countries).features.filter(({ id }) => drawn.has(String(id))),
};
const projection = geoConicEqualArea()
  .parallels([28, 48])
  .rotate([-92, 0])
  .fitExtent(
    [
      [6, 6],
      [mapSize.width - 6, mapSize.height - 6],
    ],
    states,
  );
const path = geoPath(projection).digits(1);
/** Land and borders as paths. */
export const mapOutlines = {
  land: path(states) ?? '',
  borders:
    path(mesh(topology, topology.objects.countries, (one, other) => one !== other && areShown(one, other))) ?? '',
};

/** Where a place lies on the map; null where it lies outside. */
export function placeOnMap({ longitude, latitude }: { longitude: number; latitude: number }): [number, number] | null {
  return projection([longitude, latitude]);
}

/** The middle of one of the five states on the map. */
export function centreOf(country: string): [number, number] {
  const state = states.features.find(({ id }) => String(id) === stateNumbers[country]);
  return state === undefined ? [0, 0] : path.centroid(state);
}

function areShown(one: GeometryObject, other: GeometryObject): boolean {
  return drawn.has(String(one.id)) && drawn.has(String(other.id));
}

/** Cities with as many programs or more are named on the map; the table names all. */
const namedFrom = 2;

/** Host cities with their programs, placed on the map. */
export async function hostMap(): Promise<HostMap & { description: string; note: string }> {
  const { result } = await caller.statistics.composition({ dimension: 'host_city' });
  const places = new Map(dataset.places.map((place) => [place.name_en, place]));
  const cities = result.rows.flatMap(({ value, count }) => {
    const place = places.get(value);
    const point = place && placeOnMap(place);
    if (!place || !point) return [];
    const { text: name, lang } = shown(value);
    return {
      name,
      lang,
      count,
      x: point[0],
      y: point[1],
      radius: dotRadius(count),
      named: count >= namedFrom,
    };
  });
  const missing = result.rows
    .filter(({ value }) => !places.has(value))
    .map(({ value, count }) => `${shown(value).text} ${count}`);
  return {
    ...{ ...mapSize, ...mapOutlines, cities },
    description: m.map_description({ cities: cities.map(({ name, count }) => `${name} ${count}`).join(m.list_mark()) }),
    note: m.map_note({ known: result.known, total: result.n, missing: missing.join(m.list_mark()) || m.none() }),
  };
}
