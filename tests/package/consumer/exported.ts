// A library of a stranger: what it exports has types that TypeScript must be able to name in its declarations.
import * as analysis from '@govexport/analysis';
import { loadDataset } from '@govexport/dataset';
import { createCaller, operationNamed, type AppRouter } from '@govexport/router';
import { jsonSchemaOf, tables } from '@govexport/schema';
import { createTRPCClient, httpBatchLink } from '@trpc/client';

export const client = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: 'http://127.0.0.1:8787/trpc' })] });
export const { programs, statistics, transfers, codings } = client;
export const trend = (from: number) => client.statistics.trend.query({ from, countries: ['KG'] });
export const all = { ...analysis };
export const caller = createCaller({ dataset: loadDataset() });
export const operation = operationNamed('statistics.trend');
export const described = tables.map((table) => ({ table, json: jsonSchemaOf(table) }));
