import anyAscii from 'any-ascii';

/** Legal forms of firms around the world, as they stand after folding: they say nothing about which firm it is. */
const LEGAL_FORMS = new Set(
  `ltd limited llc llp lp inc incorporated corp corporation co company plc pty pte pvt private public sdn bhd berhad
  gmbh mbh ag kg kgaa ohg ug se sa sas sasu sarl sca scs snc eurl bv nv vof cv spa srl srls sapa oy oyj ab as asa aps
  ans ou uab sia doo dd ad ead ood eood jsc ojsc cjsc pjsc ooo oao zao pao ao zat tov toob too sp zoo spzoo spolka
  akciova spol sro kft zrt nyrt rt bt ltda lda eireli sl slu sau kk yk gk kabushiki kaisha yugen godo jsco
  fze fzc fzco fzllc wll bsc est establishment trust foundation anonim sirketi sti tas tic ae epe ike`.split(
    /\s+/,
  ),
);

/** Words that many firms carry: they count for little, and alone they find nobody. */
const COMMON_WORDS = new Set(
  `the and of for und et de la le du des y e i group groupe gruppe gruppa holding holdings international intl global
  world trade trading commerce commercial export import services service solutions systems technology technologies
  tech industries industrial industry enterprises enterprise logistics transport transportation shipping marine
  air airlines aviation energy oil gas petroleum general national company bank financial finance capital investment
  investments development engineering construction consulting management maoyi keji guoji jituan shiye wuliu gongsi
  kompaniya torgovyy dom firma predpriyatie`.split(/\s+/),
);

/** What common words count beside 1 for others. */
const COMMON_WEIGHT = 0.25;

/** Chinese and Japanese legal forms, taken off before the signs become syllables. */
const HAN_LEGAL_FORMS =
  /(股份有限公司|有限责任公司|有限責任公司|控股有限公司|集团有限公司|有限公司|总公司|公司|株式会社|有限会社|合同会社)/gu;
const HAN_RUN = /[\p{Script=Han}]+/gu;

export type FirmName = {
  original: string;
  /** Folded words without legal forms, in the order in which they stand. */
  words: readonly string[];
  /** All words in one, for names that part them differently. */
  joined: string;
  /** Whether it was written in another script than Latin. */
  transliterated: boolean;
  /** Whether a legal form was left out. */
  shortened: boolean;
};

/**
 * A firm's name as names are compared: accents folded, other scripts transliterated (Chinese by its Pinyin syllables),
 * lower case, without legal forms and punctuation.
 */
export function foldFirmName(name: string): FirmName {
  const plain = name.normalize('NFKC');
  const withoutForms = plain.replace(HAN_LEGAL_FORMS, ' ');
  const spaced = withoutForms.replace(HAN_RUN, (run) => ` ${[...run].map(anyAscii).join(' ')} `);
  const words = anyAscii(spaced)
    .toLowerCase()
    .replace(/(?<=\b\w)\.(?=\w\b)/g, '')
    .replace(/['’`]/g, '')
    .replace(/\bsp\.? ?z ?o\.? ?o\b/g, ' ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const kept = words.filter((word) => !LEGAL_FORMS.has(word));
  const whole = kept.length > 0 ? kept : words;
  return {
    original: name,
    words: whole,
    joined: whole.join(''),
    transliterated: /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(plain),
    shortened: kept.length < words.length || withoutForms !== plain || /sp\. ?z/i.test(plain),
  };
}

/** What a word counts in a name. */
export function weightOf(word: string): number {
  return COMMON_WORDS.has(word) ? COMMON_WEIGHT : 1;
}

const KEY_LETTERS = 4;

/**
 * The keys under which a name is found: of each word that says something its first letters and its consonants, so that
 * one slip of the pen or another transliteration still leads there; of syllables, pairs of neighbours.
 */
export function searchKeys({ words, joined }: Pick<FirmName, 'words' | 'joined'>): string[] {
  const telling = words.filter((word) => weightOf(word) === 1 && word.length > 2);
  const pairs = words.slice(1).map((word, place) => `${words[place] ?? ''}${word}`);
  const sources = [...telling, ...pairs, joined].filter((word) => word.length > 2);
  return [
    ...new Set(
      sources.flatMap((word) => {
        const start = word.slice(0, KEY_LETTERS);
        return start.length < KEY_LETTERS ? [start] : [start, `~${consonants(word)}`];
      }),
    ),
  ];
}

/** First letter and consonants, doubled ones once: `muhammad` and `mohamed` are both `mhmd`. */
export function consonants(word: string): string {
  const rest = word.slice(1).replace(/[aeiouy]/g, '');
  return (word.charAt(0) + rest).replace(/(.)\1+/g, '$1').slice(0, KEY_LETTERS);
}
