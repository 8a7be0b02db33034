import { takePhoto } from './photo'

const LIMIT = 400_000
/** A JPEG of so many bytes, as a canvas gives it. */
const jpeg = (bytes: number) => `data:image/jpeg;base64,/9j/${'A'.repeat(Math.ceil((bytes * 4) / 3) - 4)}`

const drawn: { width: number; height: number; quality: unknown }[] = []
let drawings: string[] = []
let canRead = true

class FakeImage {
  src = ''
  naturalWidth = 4000
  naturalHeight = 3000
  decode = () => (canRead ? Promise.resolve() : Promise.reject(new Error('EncodingError')))
}

/** What the person does once the camera or the window is open. */
function whenAsked(act: (input: HTMLInputElement) => void): void {
  jest.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function click(this: HTMLInputElement) {
    act(this)
  })
}

const choose = (input: HTMLInputElement) => {
  Object.defineProperty(input, 'files', { value: [new File(['x'], 'cards.heic')] })
  input.dispatchEvent(new Event('change'))
}

beforeEach(() => {
  drawn.length = 0
  drawings = [jpeg(300_000)]
  canRead = true
  Object.defineProperty(window, 'Image', { configurable: true, value: FakeImage })
  Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: jest.fn() })
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
  jest.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockImplementation(function draw(this: HTMLCanvasElement, _, quality) {
    drawn.push({ width: this.width, height: this.height, quality })
    return drawings.length > 1 ? (drawings.shift() ?? '') : (drawings[0] ?? '')
  })
})
afterEach(() => {
  jest.restoreAllMocks()
  expect(document.querySelector('input')).toBeNull()
})

test('a photo is drawn anew as a JPEG within the limit; phones open the camera on the back', async () => {
  let asked: HTMLInputElement | null = null
  whenAsked((input) => {
    asked = input
    choose(input)
  })
  const photo = await takePhoto(LIMIT)
  expect(photo).toMatchObject({ preview: drawings[0] })
  expect(asked).toMatchObject({ accept: 'image/*' })
  expect(drawn).toEqual([{ width: 1800, height: 1350, quality: 0.8 }])
  expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:1')
})

test('too large: smaller and smaller, until it fits', async () => {
  drawings = [jpeg(900_000), jpeg(500_000), jpeg(399_000)]
  whenAsked(choose)
  expect(await takePhoto(LIMIT)).toMatchObject({ preview: jpeg(399_000) })
  expect(drawn.map(({ width }) => width)).toEqual([1800, 1440, 1200])
})

test('never within the limit, or not a picture at all: unusable', async () => {
  drawings = [jpeg(900_000)]
  whenAsked(choose)
  expect(await takePhoto(LIMIT)).toBe('unusable')
  canRead = false
  expect(await takePhoto(LIMIT)).toBe('unusable')
})

test('closing the camera is no mistake', async () => {
  whenAsked((input) => input.dispatchEvent(new Event('cancel')))
  expect(await takePhoto(LIMIT)).toBe('cancelled')
})
