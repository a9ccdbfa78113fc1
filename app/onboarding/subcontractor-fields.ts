import { z } from 'zod';
import { choice, requiredText } from '~/shared/fields';
import { countryField } from '~/vendors/vendor-fields';
import { dataAccesses } from './subcontractor';

/** Somebody who works for us through a vendor: what they do, from which country, and which data they reach. */
export const subcontractorFields = z
  .object({
    name: requiredText(200),
    work: requiredText(400),
    country: countryField(),
    dataAccess: choice(dataAccesses),
  })
  .transform(({ country, ...rest }, context) => {
    if (country !== null) return { ...rest, country };
    context.addIssue({ code: 'custom', message: 'required', path: ['country'] });
    return z.NEVER;
  });
