import { resetTaro } from './taro'
import { startAnew } from './render-page'

beforeEach(() => {
  resetTaro()
  startAnew()
})
