/** A few lines that load the data, for one tool. */
export interface Snippet {
  tool: string;
  code: string;
}

/** How to load the programs in the tools that people use; the addresses are those of this site. */
export function loadingSnippets(origin: string): Snippet[] {
  const address = `${origin}/data/programs.csv`;
  return [
    {
      tool: 'R',
      code: [
        `programs <- read.csv("${address}", na.strings = "", encoding = "UTF-8")`,
        '# R reads the words true and false as text; NA is unknown and not no.',
        'counted <- programs[programs$recommended_for_aggregates == "true", ]',
        'table(counted$security_related, useNA = "ifany")',
      ].join('\n'),
    },
    {
      tool: 'Python, pandas',
      code: [
        'import pandas as pd',
        '',
        `programs = pd.read_csv("${address}", keep_default_na=False, na_values=[""])`,
        'counted = programs[programs["recommended_for_aggregates"]]',
        'counted["security_related"].value_counts(dropna=False)',
      ].join('\n'),
    },
    { tool: 'Stata', code: `import delimited using "${address}", encoding("utf-8") bindquote(strict) varnames(1)` },
    {
      tool: 'DuckDB',
      code: [
        'SELECT c.value AS country, count(*) AS programs',
        `FROM '${address}' AS p`,
        `JOIN '${origin}/data/programs_countries.csv' AS c ON c.program_id = p.id`,
        'WHERE p.recommended_for_aggregates',
        'GROUP BY ALL ORDER BY country;',
      ].join('\n'),
    },
    {
      tool: 'npm',
      code: [
        '// npm i @govexport/dataset zod',
        "import { loadDataset } from '@govexport/dataset';",
        '',
        'const { meta, programs, sources, sha256 } = loadDataset();',
      ].join('\n'),
    },
  ];
}
