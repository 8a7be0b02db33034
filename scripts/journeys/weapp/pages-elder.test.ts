import { testPages } from './every-page/test-pages'

testPages('elder')
