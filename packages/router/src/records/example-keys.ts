import type { TableName } from '@govexport/schema';

/**
 * The key of a record of each table that the published data holds, as texts, for examples that answer.
 *
 * @example
 * exampleKeys.borders // => { name: 'Kyrgyzstan' }
 */
export const exampleKeys: Readonly<Partial<Record<TableName, Readonly<Record<string, string>>>>> = {
  programs: { id: 'GX-0001' },
  sources: { id: 'S-0001' },
  partnerships: { id: 'PA-001' },
  transfers: { id: 'TR-001' },
  adoptions: { id: 'AD-001' },
  agreements: { id: 'AG-001' },
  institutions: { id: 'IN-001' },
  pledges_and_totals: { id: 'AT-001' },
  rights_events: { id: 'RE-001' },
  codings: { round: '1', program: 'GX-0001', coder: 'A', field: 'confidence' },
  leads: { id: 'LE-001' },
  indicators: { indicator: 'vdem_v2mecenefm', edition: 'v12', country: 'KG', year: '2000' },
  countries: { iso2: 'KG' },
  places: { country: 'CN', name_en: 'Urumqi' },
  borders: { name: 'Kyrgyzstan' },
  us_training_totals: { fiscal_year: '2006-2007', country: 'KG' },
  aid_projects: { project_id: '39539', release: 'SCA 1.0 (2020)' },
  aliases: { id: 'AT-045' },
  withdrawn: { id: 'CS-0134' },
};
