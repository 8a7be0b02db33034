import { authorityOf, licenceIdFor } from '../licence-library/kinds'

/** A birth in the health department's books; `child` and `parents` are keys of people in people.ts. Times are Asia/Shanghai. */
export interface Birth {
  readonly licenceId: string
  readonly certificateNumber: string
  readonly child: string
  readonly parents: readonly string[]
  readonly born: string
  readonly place: string
  readonly mother: string | null
  readonly father: string | null
  readonly issued: string
  readonly unit: string
}

/** 张伟 has his mother's family name. */
export const BIRTHS: readonly Birth[] = [
  {
    licenceId: licenceIdFor('birth', 1),
    certificateNumber: 'Q430001627',
    child: 'zhangwei',
    parents: ['chenjianguo'],
    born: '2016-02-29 08:35:00',
    place: '湖南省株洲市株洲县',
    mother: '张敏',
    father: '陈建国',
    issued: '2016-03-04',
    unit: authorityOf('birth'),
  },
]
