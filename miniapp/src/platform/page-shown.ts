export { useDidShow as usePageShown } from '@tarojs/taro'
