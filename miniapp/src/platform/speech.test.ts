import { canSpeak, readAloud, stopReading } from './speech'

interface FakeUtterance {
  text: string
  rate: number
  voice: { lang: string }
  onend: () => void
  onerror: () => void
}

const speak = jest.fn<undefined, [FakeUtterance]>()
const cancel = jest.fn()
let voices: { lang: string; localService: boolean }[] = []
const speech = Object.assign(new EventTarget(), { speak, cancel, getVoices: () => voices })
const CHINESE = { lang: 'zh_CN', localService: true }

beforeEach(() => {
  jest.useFakeTimers()
  speak.mockClear()
  voices = [CHINESE]
  document.body.innerHTML = '<div id="page"></div>'
  Object.assign(document.getElementById('page') ?? {}, { innerText: '请核对' })
  Object.assign(window, {
    speechSynthesis: speech,
    SpeechSynthesisUtterance: class {
      constructor(readonly text: string) {}
    },
  })
})
afterEach(() => {
  jest.useRealTimers()
  Reflect.deleteProperty(window, 'speechSynthesis')
})

const lastSpoken = () => speak.mock.calls.at(-1)?.[0]

test('reads the element with a Chinese voice of this device, a little slowly, and says when it is through', () => {
  const onEnd = jest.fn()
  readAloud('page', onEnd)
  expect(lastSpoken()).toMatchObject({ text: '请核对', rate: 0.9, voice: CHINESE })
  lastSpoken()?.onend()
  expect(onEnd).toHaveBeenCalledWith('read')
})

test('what was stopped, or began anew, reports nothing any more', () => {
  const onEnd = jest.fn()
  readAloud('page', onEnd)
  const first = lastSpoken()
  stopReading()
  expect(cancel).toHaveBeenCalled()
  first?.onerror()
  readAloud('page', onEnd)
  first?.onend()
  expect(onEnd).not.toHaveBeenCalled()
})

test('waits for voices that come late', () => {
  voices = []
  const onEnd = jest.fn()
  readAloud('page', onEnd)
  voices = [CHINESE]
  speech.dispatchEvent(new Event('voiceschanged'))
  expect(lastSpoken()?.text).toBe('请核对')
  jest.runAllTimers()
  expect(speak).toHaveBeenCalledTimes(1)
  expect(onEnd).not.toHaveBeenCalled()
})

test('who has left before the voices came hears nothing', () => {
  voices = []
  readAloud('page', jest.fn())
  stopReading()
  voices = [CHINESE]
  speech.dispatchEvent(new Event('voiceschanged'))
  expect(speak).not.toHaveBeenCalled()
})

test.each([
  ['there are no voices', []],
  ['no voice is Chinese', [{ lang: 'en-US', localService: true }]],
  ['the Chinese one sends the text away', [{ lang: 'zh-CN', localService: false }]],
])('says that it cannot when %s', (_, found) => {
  voices = found
  const onEnd = jest.fn()
  readAloud('page', onEnd)
  jest.runAllTimers()
  expect(onEnd).toHaveBeenCalledWith('unable')
  expect(speak).not.toHaveBeenCalled()
})

test('says so too when the device fails, and when the browser has no speech', () => {
  const onEnd = jest.fn()
  readAloud('page', onEnd)
  lastSpoken()?.onerror()
  Reflect.deleteProperty(window, 'speechSynthesis')
  expect(canSpeak()).toBe(false)
  readAloud('page', onEnd)
  expect(onEnd.mock.calls).toEqual([['unable'], ['unable']])
})
