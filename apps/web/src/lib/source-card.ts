/** A source as a page shows it. */
export interface SourceCard {
  id: string;
  title: string | null;
  language: string;
  languageCode: string;
  publisher: string;
  publisherType: string;
  publisherTypeDefinition: string;
  originalPublisher: string | null;
  isCopy: boolean;
  published: string | null;
  accessed: string;
  access: string;
  accessDefinition: string;
  url: string | null;
}
