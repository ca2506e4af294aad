import { CountryCode } from './country-code.ts';

/** A recipient state by its ISO 3166-1 alpha-2 code. Which states these are, each dataset declares. */
export const RecipientCountry = CountryCode.meta({ 'x-vocabulary': 'recipient_country' });
