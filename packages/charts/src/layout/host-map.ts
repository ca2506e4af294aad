/** A map of host cities, placed and described on the server. */
export interface HostMap {
  width: number;
  height: number;
  /** Outlines as paths. */
  land: string;
  borders: string;
  cities: { name: string; count: number; x: number; y: number; radius: number; named: boolean }[];
  /** Language of the names where it is not that of the page. */
  lang: string | null;
  description: string;
  note: string;
}
