import type { CaseListDto, CaseProgressDto } from '@one-visit/shared/progress/contract'
import { Text } from '@tarojs/components'
import { go } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { List, ListLink } from '../../../ui/lists'
import { Notice } from '../../../ui/notice'
import type { OwnCases } from '../own-cases'
import { PROGRESS_PAGES } from '../progress-pages'
import { progressText } from '../text'
import { StaleNotice } from './stale-notice'
import { describeStatus } from './status-tag'

const text = progressText.own

function Missing({ missing, someFound }: { missing: CaseListDto['missing']; someFound: boolean }) {
  return (
    <>
      {missing.map(({ department, reason }) => (
        <Notice key={department} kind="warning" title={text.missing(department)}>
          <Text>{reason}</Text>
          <Text>{someFound ? text.others : text.missingNext}</Text>
        </Notice>
      ))}
    </>
  )
}

/** Each department whose rows are from an earlier time, once. */
function Stale({ items }: Pick<CaseListDto, 'items'>) {
  const stale = items.filter((item) => item.stale)
  const firstOfEach = stale.filter((item, index) => stale.findIndex(({ department }) => department === item.department) === index)
  return firstOfEach.map(({ department, asOf }) => <StaleNotice key={department} department={department} asOf={asOf} />)
}

function NoCases({ isComplete }: { isComplete: boolean }) {
  return (
    <>
      <Notice title={isComplete ? text.none : text.noneMissing}>{text.noneNext}</Notice>
      <Button kind="secondary" onPress={() => void go(PROGRESS_PAGES.caseNumber)}>
        {text.byNumber}
      </Button>
    </>
  )
}

function CaseRow({ progress, of }: { progress: CaseProgressDto; of: OwnCases }) {
  return (
    <ListLink
      title={progress.itemName}
      hint={`${progress.department} · ${progress.caseNumber}`}
      tag={describeStatus(progress.status)}
      onPress={() => void go(PROGRESS_PAGES.ownCase, { of, number: progress.caseNumber })}
    />
  )
}

/** The person's own cases, and by name whoever could not be asked. */
export function CaseList({ list, of }: { list: CaseListDto; of: OwnCases }) {
  return (
    <>
      <Missing missing={list.missing} someFound={list.items.length > 0} />
      <Stale items={list.items} />
      {list.items.length === 0 ? (
        <NoCases isComplete={list.missing.length === 0} />
      ) : (
        <List label={text.list}>
          {list.items.map((progress) => (
            <CaseRow key={`${progress.kind} ${progress.caseNumber}`} progress={progress} of={of} />
          ))}
        </List>
      )}
    </>
  )
}
