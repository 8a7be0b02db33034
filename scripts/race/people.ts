const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** That every month has. */
const DAYS = 28
const CHECK_CHARACTERS = '10X98765432'

export interface RacePerson {
  readonly name: string
  readonly residentId: string
  readonly phone: string
}

/**
 * Made-up people with valid numbers (GB 11643-1999), 280,000 of them. Every fourth is elderly, so that what is kept for them is
 * fought for too.
 */
export function racePerson(number: number): RacePerson {
  const days = Math.floor(number / 1000)
  const month = String(3 + Math.floor(days / DAYS)).padStart(2, '0')
  const day = String(1 + (days % DAYS)).padStart(2, '0')
  const first = `430224${number % 4 === 0 ? '1950' : '1988'}${month}${day}${String(number % 1000).padStart(3, '0')}`
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first.charAt(index)), 0)
  return {
    name: '张伟',
    residentId: `${first}${CHECK_CHARACTERS.charAt(sum % 11)}`,
    phone: `139${String(number).padStart(8, '0')}`,
  }
}
