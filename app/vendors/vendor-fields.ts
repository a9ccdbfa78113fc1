import { z } from 'zod';
import { isCountry } from '~/shared/country-codes';
import {
  field,
  optionalChoice,
  optionalText,
  requiredCapitals,
  requiredText,
  wordList,
} from '~/shared/fields';

/** A country by its two letters of ISO 3166-1, or nothing. */
export const countryField = () =>
  field((text) => {
    const code = text.toUpperCase();
    if (code === '') return { value: null };
    return isCountry(code) ? { value: code } : { code: 'country_unknown', params: { value: text } };
  });

/** A web address; `https://` is added where it is left out. */
export const websiteField = () =>
  field((text) => {
    if (text === '') return { value: null };
    const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
    const host = URL.canParse(address) ? new URL(address).hostname : '';
    return host.includes('.') && address.length <= 300
      ? { value: address }
      : { code: 'not_a_website' };
  });

/** What people enter about a vendor; its status and tier have verbs of their own. */
export const vendorFields = z.object({
  code: requiredCapitals(),
  name: requiredText(),
  formerNames: wordList(200),
  country: countryField(),
  /** The code of the vendor that owns it. */
  parent: optionalText(40),
  website: websiteField(),
  note: optionalText(4000),
});

export type VendorFields = z.output<typeof vendorFields>;

/** What else is said to enter a new vendor: that it is another firm than the one with the like name. */
export const anotherFirmField = () => optionalChoice(['on']);
export const registrationFields = vendorFields.extend({ another: anotherFirmField() });
