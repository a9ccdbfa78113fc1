import { expect, it } from 'vitest';
import { fieldsOfOurs, fieldsOfVendor, offeringFields } from './offering';

it('leaves each field of an offering to either the vendor or us to say', () => {
  const said = [...fieldsOfVendor, ...fieldsOfOurs].sort();
  expect(said).toEqual(Object.keys(offeringFields.shape).sort());
});
