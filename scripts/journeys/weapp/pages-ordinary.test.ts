import { packageParts } from './every-page/open-pages'
import { SCENES, testPages } from './every-page/test-pages'

testPages('ordinary')

test('every part of the package has something to show', () => {
  expect(Object.keys(SCENES).sort()).toEqual([...packageParts().keys()].sort())
})
