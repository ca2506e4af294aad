import { CitationAnswer } from '@govexport/router';
import type { CitationForm } from '../citation-forms.ts';

type Style = (typeof styles)[number];

const styles = CitationAnswer.shape.style.options;
const names: Record<Style, string> = { apa: 'APA', bibtex: 'BibTeX', ris: 'RIS', 'csl-json': 'CSL-JSON' };

/** A citation in every form there is. */
export function citationForms(ask: (style: Style) => Promise<{ text: string }>): Promise<CitationForm[]> {
  return Promise.all(styles.map(async (style) => ({ name: names[style], text: (await ask(style)).text })));
}
