import { render, screen } from '@testing-library/react'
import { taroState } from '../../../../test/taro'
import { Share } from './share'

// A constant of the build; the rest stays as in browsers.
jest.mock('../../../platform/target', () => ({ ...jest.requireActual<object>('../../../platform/target'), IS_WEAPP: true }))

test('WeChat shares by its own button, with the name and the address of the page', () => {
  taroState.path = '/features/catalogue/pages/item/index'
  taroState.query = { id: 'id-card-reissue' }
  render(<Share title="居民身份证丢失补领" />)
  expect(screen.getByText('分享给别人').getAttribute('opentype')).toBe('share')
  expect(taroState.card?.()).toEqual({
    title: '居民身份证丢失补领',
    path: '/features/catalogue/pages/item/index?id=id-card-reissue',
  })
})
