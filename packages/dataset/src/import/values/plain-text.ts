/**
 * A cell as it is compared: small letters, full-width signs as plain ones, one space for any run of spaces (no-break and
 * thin ones too), a hyphen for every dash and `~` for every tilde, without what is invisible. Raised and circled digits
 * stay as they are: in a table they are marks of notes, and `20²` is not 202.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/[\u223c\u301c]/g, '~')
    .replaceAll(/[\u02bc\u2018\u2019]/g, "'")
    .replaceAll(/[\s\u3000]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Texts as alternatives of a regular expression, the longest first; every one of them as it is written. */
export function alternatives(texts: readonly string[]): string {
  return [...texts]
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
}
