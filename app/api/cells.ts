import { z } from 'zod';

/** What the cells of records look like: the same words in the description of the interface and in its tests. */

export const recordKey = z
  .int()
  .positive()
  .meta({ description: 'The key of the record', example: 4503600123456789 });
export const codeText = z.string().meta({ example: 'HARBOUR' });
export const text = z.string();
export const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .meta({ description: 'A decimal written out, exact', example: '79.9723' });
export const money = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .meta({ description: 'An amount with the decimals of its currency', example: '2000.00' });
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ description: 'ISO 4217', example: 'EUR' });
export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .meta({ description: 'A month', example: '2023-07' });
export const day = z.iso.date().meta({ description: 'A day', example: '2024-01-12' });
export const instant = z.iso
  .datetime()
  .meta({ description: 'An instant in UTC', example: '2024-01-12T08:00:00.000Z' });
export const count = z.int().min(0);
export const list = z.array(z.string());
