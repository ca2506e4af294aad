import { describe, expect, it } from 'vitest';
import { addAidProjects, totalAidProjects } from '../src/compute/aid-projects.ts';
import { published } from './datasets.ts';

const [row] = published.aid_projects;
if (row === undefined) throw new Error('the published dataset has no aid project');

/** A project with what the totals read. */
const project = (given: Partial<typeof row>): typeof row => ({
  ...row,
  release: 'one',
  usd_constant_base: 2017,
  ...given,
});

describe('the aid projects of one release', () => {
  it('are counted and added; one without an amount adds nothing', () => {
    const projects = [
      project({ year: 2012, usd_constant: 20 }),
      project({ year: 2017, usd_constant: null, usd_constant_base: null }),
      project({ year: 2009, usd_constant: 3 }),
    ];
    expect(addAidProjects(projects)).toEqual({
      ...{ release: 'one', from: 2009, to: 2017, projects: 3, with_amount: 2 },
      ...{ usd_constant: 23, usd_constant_base: 2017 },
    });
  });

  it('have no base year where none has an amount', () => {
    const projects = [project({ usd_constant: null, usd_constant_base: null })];
    expect(addAidProjects(projects)).toMatchObject({ usd_constant_base: null, with_amount: 0, usd_constant: 0 });
  });

  it.each([
    ['no project', [], 'projects is empty; give the projects of one release of AidData.'],
    [
      'two releases',
      [project({}), project({ release: 'two' })],
      'projects holds the releases one and two; add within one of them only.',
    ],
    [
      'two base years',
      [project({ usd_constant: 1 }), project({ usd_constant: 1, usd_constant_base: 2014 })],
      'projects holds the base years 2017 and 2014; add within one of them only.',
    ],
  ])('are refused with %s', (_, projects, sentence) => {
    expect(() => addAidProjects(projects)).toThrow(new RangeError(sentence));
  });

  it('of the published dataset stand beside each other, each with its own base year', () => {
    const totals = totalAidProjects(published.aid_projects);
    expect(totals.map((one) => [one.release, one.projects, one.with_amount, one.usd_constant_base])).toEqual([
      ['GCDF 3.0 (2023), mapped projects', 337, 265, 2021],
      ['Official Finance 1.0 (2017)', 93, 81, 2014],
      ['SCA 1.0 (2020)', 231, 176, 2017],
    ]);
    const states = [...new Set(published.aid_projects.map(({ country }) => country))];
    const byState = states.flatMap((state) =>
      totalAidProjects(published.aid_projects.filter(({ country }) => country === state)),
    );
    for (const { release, projects, usd_constant, from, to } of totals) {
      const parts = byState.filter((part) => part.release === release);
      expect(parts.reduce((sum, part) => sum + part.projects, 0)).toBe(projects);
      expect(parts.reduce((sum, part) => sum + part.usd_constant, 0)).toBeCloseTo(usd_constant, 2);
      expect(parts.every((part) => part.from >= from && part.to <= to)).toBe(true);
    }
    expect(() => addAidProjects(published.aid_projects)).toThrow(RangeError);
  });
});
