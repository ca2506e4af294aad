import { defineConfig, mergeConfig } from 'vitest/config';
import shared from '../../vitest.config.ts';

// Each concurrent test runs a process of its own.
export default mergeConfig(shared, defineConfig({ test: { maxConcurrency: 2 } }));
