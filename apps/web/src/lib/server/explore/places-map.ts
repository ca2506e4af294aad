import type { MapPlace, PlacesMap } from '../../explore/explore-parts.ts';
import { m } from '../../generated/messages.js';
import { dataset } from '../caller.ts';
import { centreOf, mapOutlines, mapSize, placeOnMap } from '../host-map.ts';
import { termLabel } from '../labels.ts';
import { shown } from '../language/translate.ts';
import { toggleAddress, type Given } from './explore-query.ts';
import type { FacetCounts } from './facet-groups.ts';

/** Where programs were held and whose officials came, for what the address chooses. */
export function placesMap(given: Given, counts: FacetCounts, unfiltered: FacetCounts): PlacesMap {
  const countOf = (facet: string, value: string) =>
    counts.find(({ name }) => name === facet)?.values.find((one) => one.value === value)?.count ?? 0;
  const valuesOf = (facet: string) => unfiltered.find(({ name }) => name === facet)?.values ?? [];
  const known = new Map(dataset.places.map((place) => [place.name_en, place]));
  const cities = valuesOf('host_cities').flatMap(({ value }): MapPlace[] => {
    const place = known.get(value);
    const point = place === undefined ? null : placeOnMap(place);
    if (place === undefined || point === null) return [];
    const { text: name, lang } = shown(value);
    return [pointOf(value, { name, lang, count: countOf('host_cities', value), point, input: 'host_cities', given })];
  });
  const states = valuesOf('country').flatMap(({ value }): MapPlace[] => {
    const point = centreOf(value);
    if (point === null) return [];
    const name = termLabel('recipient_country', value);
    const place = pointOf(value, {
      name,
      lang: null,
      count: countOf('country', value),
      point,
      input: 'countries',
      given,
    });
    return [place];
  });
  const written = (places: readonly MapPlace[]) =>
    places.filter(({ count }) => count > 0).map(({ name, count }) => `${name} ${count}`);
  const facet = counts.find(({ name }) => name === 'host_cities');
  const missing = valuesOf('host_cities').filter(({ value }) => !known.has(value));
  return {
    ...{ ...mapSize, ...mapOutlines, cities, states },
    description: m.explore_map_description({
      cities: written(cities).join(m.list_mark()) || m.none(),
      states: written(states).join(m.list_mark()) || m.none(),
    }),
    note: m.map_note({
      known: facet?.known ?? 0,
      total: facet?.n ?? 0,
      missing:
        missing.map(({ value }) => `${shown(value).text} ${countOf('host_cities', value)}`).join(m.list_mark()) ||
        m.none(),
    }),
  };
}

interface Point {
  name: string;
  lang: string | null;
  count: number;
  point: readonly [number, number];
  input: string;
  given: Given;
}

function pointOf(value: string, { point: [x, y], input, given, ...shape }: Point): MapPlace {
  return { value, ...shape, x, y, href: toggleAddress(given, input, value) };
}
