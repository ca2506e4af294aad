import { geoBounds, geoConicEqualArea, geoEqualEarth, geoPath } from 'd3-geo';
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
/** The numbers of states in ISO 3166-1, where the table of countries holds them. */
const numbers: ReadonlyMap<string, string> = new Map(dataset.countries.map(({ iso2, m49 }) => [iso2, m49]));
/** Those who train and those who are trained. */
const drawn = new Set([...dataset.meta.senders, ...dataset.meta.recipients].flatMap((code) => numbers.get(code) ?? []));
const states = {
  type: 'FeatureCollection' as const,
  features: feature(topology, topology.objects.countries).features.filter(({ id }) => drawn.has(String(id))),
};
const projection = projectionOf(geoBounds(states)).fitExtent(
  [
    [6, 6],
    [mapSize.width - 6, mapSize.height - 6],
  ],
  states.features.length === 0 ? { type: 'Sphere' } : states,
);
const path = geoPath(projection).digits(1);
/** Land and borders as paths. */
export const mapOutlines = {
  land: path(states) ?? '',
  borders:
    path(mesh(topology, topology.objects.countries, (one, other) => one !== other && areShown(one, other))) ?? '',
};

/** A cone for a part of one hemisphere, as its maps are drawn; anything larger is shown as the world is. */
function projectionOf([[west, south], [east, north]]: ReturnType<typeof geoBounds>) {
  const width = (east - west + 360) % 360;
  if (width > 150 || south * north <= 0 || !Number.isFinite(width)) return geoEqualEarth();
  const sixth = (north - south) / 6;
  return geoConicEqualArea()
    .parallels([south + sixth, north - sixth])
    .rotate([-(west + width / 2), 0]);
}

/** Where a place lies on the map; null where it lies outside. */
export function placeOnMap({ longitude, latitude }: { longitude: number; latitude: number }): [number, number] | null {
  return projection([longitude, latitude]);
}

/** The middle of a state on the map; null where it is not drawn. */
export function centreOf(country: string): [number, number] | null {
  const state = states.features.find(({ id }) => String(id) === numbers.get(country));
  return state === undefined ? null : path.centroid(state);
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
