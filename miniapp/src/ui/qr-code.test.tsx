import { render, screen } from '@testing-library/react'
import { encode } from 'uqr'
import { QrCode } from './qr-code'

const TEXT = 'ONE-VISIT:V:1121482905'

/** The squares that are black on the picture, read back from its path. */
function squaresOf(source: string, size: number): boolean[][] {
  const black = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  const path = / d="([^"]+)"\/><\/svg>/.exec(decodeURIComponent(source))?.[1] ?? ''
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    black[Number(y)]!.fill(true, Number(x), Number(x) + Number(length))
  return black
}

test('the picture holds exactly the squares of the code', () => {
  const { container } = render(<QrCode text={TEXT} label="签到二维码" />)
  const { data, size } = encode(TEXT, { ecc: 'M', border: 0 })
  expect(squaresOf(container.querySelector('img')?.getAttribute('src') ?? '', size)).toEqual(data)
})

test('whoever does not see it is told what it is, once', () => {
  render(<QrCode text={TEXT} label="签到二维码，预约号 1121 482 905" />)
  expect(screen.getAllByRole('img').map((one) => one.getAttribute('aria-label'))).toEqual(['签到二维码，预约号 1121 482 905'])
})
