/** The six digits of RFC 6238 at a time in milliseconds. */
export function totpAt(secret: string, milliseconds: number): string
