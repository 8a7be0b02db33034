/** Typed or scanned: wide forms of Chinese keyboards, small letters and spaces do not matter. */
export function tidy(typed: string): string {
  const narrow = typed.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
  return narrow.replace(/\s/g, '').toUpperCase()
}
