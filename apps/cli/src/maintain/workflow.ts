/** Where GitHub looks for what it runs. */
export const workflowFile = '.github/workflows/dataset.yml';

/**
 * What GitHub runs at every push: this version of the program validates the dataset.
 *
 * @param version - of the program
 */
export function workflowText(version: string): string {
  return `name: dataset

on: [push, pull_request]

permissions:
  contents: read

jobs:
  validate:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          persist-credentials: false
      - uses: actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0
        with:
          node-version: 22
      - run: npx --yes @govexport/cli@${version} dataset validate data
`;
}
