import { isoCountryCodes } from '@govexport/schema';
import { otherCountryNames } from './other-country-names.ts';
import { isUnknownWord, readYesNo } from './yes-no.ts';

/** ISO 3166-1 alpha-3, in the order of `isoCountryCodes`. */
const alpha3 =
  'AND ARE AFG ATG AIA ALB ARM AGO ATA ARG ASM AUT AUS ABW ALA AZE BIH BRB BGD BEL BFA BGR BHR BDI BEN BLM BMU BRN BOL BES BRA BHS BTN BVT BWA BLR BLZ CAN CCK COD CAF COG CHE CIV COK CHL CMR CHN COL CRI CUB CPV CUW CXR CYP CZE DEU DJI DNK DMA DOM DZA ECU EST EGY ESH ERI ESP ETH FIN FJI FLK FSM FRO FRA GAB GBR GRD GEO GUF GGY GHA GIB GRL GMB GIN GLP GNQ GRC SGS GTM GUM GNB GUY HKG HMD HND HRV HTI HUN IDN IRL ISR IMN IND IOT IRQ IRN ISL ITA JEY JAM JOR JPN KEN KGZ KHM KIR COM KNA PRK KOR KWT CYM KAZ LAO LBN LCA LIE LKA LBR LSO LTU LUX LVA LBY MAR MCO MDA MNE MAF MDG MHL MKD MLI MMR MNG MAC MNP MTQ MRT MSR MLT MUS MDV MWI MEX MYS MOZ NAM NCL NER NFK NGA NIC NLD NOR NPL NRU NIU NZL OMN PAN PER PYF PNG PHL PAK POL SPM PCN PRI PSE PRT PLW PRY QAT REU ROU SRB RUS RWA SAU SLB SYC SDN SWE SGP SHN SVN SJM SVK SLE SMR SEN SOM SUR SSD STP SLV SXM SYR SWZ TCA TCD ATF TGO THA TJK TKL TLS TKM TUN TON TUR TTO TUV TWN TZA UKR UGA UMI USA URY UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM MYT ZAF ZMB ZWE'.split(
    ' ',
  );

/** Where names are from. Not the short names in French: there the United States are É.-U., which reads as EU. */
const lists = [
  ...['en', 'ru', 'zh', 'zh-Hant', 'de'].flatMap((language) => [`${language} long`, `${language} short`]),
  'fr long',
].map((list) => list.split(' ') as [language: string, style: 'long' | 'short']);

/** A name without case, accents, spaces and marks: “Côte d’Ivoire” is cotedivoire; ё is е, & is and. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll('&', 'and')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function allNames(): (readonly [name: string, code: string])[] {
  const listed = lists.flatMap(([language, style]) => {
    const names = new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' });
    return isoCountryCodes.map((code) => [names.of(code) ?? code, code] as const);
  });
  const others = Object.entries(otherCountryNames).flatMap(([code, names]) =>
    names.map((name) => [name, code] as const),
  );
  return [...listed, ...others];
}

/** Codes by folded names and codes; a name that two countries share stands for none, and a code always for itself. */
function indexOfNames(): ReadonlyMap<string, string | null> {
  const index = new Map<string, string | null>();
  for (const [name, code] of allNames()) {
    const key = folded(name);
    index.set(key, (index.get(key) ?? code) === code && index.get(key) !== null ? code : null);
  }
  isoCountryCodes.forEach((code, position) => {
    index.set(folded(code), code);
    index.set(folded(alpha3[position] ?? code), code);
  });
  return index;
}

let names: ReadonlyMap<string, string | null> | undefined;

/**
 * The ISO 3166-1 alpha-2 code of a country by its alpha-2 or alpha-3 code or its name in English, Russian, Chinese,
 * German or French, whatever its case, accents, spaces and marks, with usual other names (Kirghizia, USA, РФ, 哈萨克);
 * `null` for anything else, and for what means yes, no or unknown in a table unless it is a code in capitals (“no” is not
 * Norway, “NO” is).
 *
 * @example
 * countryCodeOf('Киргизия') // => 'KG'
 * @example
 * countryCodeOf('哈萨克斯坦') // => 'KZ'
 * @example
 * countryCodeOf('Atlantis') // => null
 */
export function countryCodeOf(text: string): string | null {
  const trimmed = text.trim();
  const isMark = readYesNo(trimmed) !== null || isUnknownWord(trimmed) || /^na$/i.test(trimmed);
  if (isMark && !/^[A-Z]{2}$/.test(trimmed)) return null;
  names ??= indexOfNames();
  const name = folded(trimmed);
  return names.get(name) ?? names.get(name.replace(/^the(?=.{3})/, '')) ?? null;
}
