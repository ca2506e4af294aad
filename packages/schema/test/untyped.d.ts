declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string);
    readonly data: readonly object[];
    format(form: 'bibtex' | 'ris'): string;
  }
}

declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
