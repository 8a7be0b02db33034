import { testEveryPage } from '../support/every-page'

testEveryPage('elder', 'staff')
