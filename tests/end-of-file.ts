import { afterAll } from 'vitest';
import { endFile } from './ending';

afterAll(endFile);
