/** The parts of an electronic licence's identifier (GB/T 36904-2018): type of 21 characters, issuer, serial, version of three. */
export interface LicenceIdParts {
  readonly type: string
  readonly issuer: string
  readonly serial: string
  readonly version: string
}

/** The identifier with its check character, which covers the four parts joined without dots. */
export function licenceIdOf({ type, issuer, serial, version }: LicenceIdParts): string {
  return ['1.2.156.3005.2', type, issuer, serial, version, checkCharacter(type + issuer + serial + version)].join('.')
}

/** ISO/IEC 7064 MOD 37,36. */
function checkCharacter(text: string): string {
  const rest = [...text].reduce((product, character) => {
    const sum = (product + Number.parseInt(character, 36)) % 36 || 36
    return (sum * 2) % 37
  }, 36)
  return ((37 - rest) % 36).toString(36).toUpperCase()
}
