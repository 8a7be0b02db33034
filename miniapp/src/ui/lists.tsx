import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { pressable, role } from '../platform/accessibility'
import { TextButton } from './button'
import { Icon } from './icon'
import { Tag, type TagKind } from './tag'
import { uiText } from './text'
import { formatInstant } from './when'

/** Several of a kind; screen readers say how many. */
export function List({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View className="ov-list" {...role('list')} aria-label={label}>
      {children}
    </View>
  )
}

export interface ListLinkProps {
  title: string
  /** Several: each begins a line, so that no day is broken in two. */
  hint?: string | readonly string[]
  tag?: { kind: TagKind; text: string }
  onPress: () => void
}

/** A row of a List that opens a page. */
export function ListLink({ title, hint = [], tag, onPress }: ListLinkProps) {
  const hints = typeof hint === 'string' ? [hint] : hint
  return (
    <View {...role('listitem')}>
      <View className="ov-row" {...pressable({ role: 'link', onPress })}>
        <View className="ov-row-body">
          <View className={tag && hints.length > 0 ? 'ov-row-text ov-row-text-full' : 'ov-row-text'}>
            <Text className="ov-row-title">{title}</Text>
            {hints.map((line) => (
              <Text key={line} className="ov-soft">
                {line}
              </Text>
            ))}
          </View>
          {tag && <Tag kind={tag.kind}>{tag.text}</Tag>}
        </View>
        <Icon name="forward" />
      </View>
    </View>
  )
}

export interface Task {
  title: string
  hint?: string
  done: boolean
  onPress: () => void
}

/** The parts of something longer, in the order they are best done; each shows whether it is done. */
export function TaskList({ label, tasks }: { label: string; tasks: readonly Task[] }) {
  return (
    <List label={label}>
      {tasks.map(({ done, ...task }) => (
        <ListLink
          key={task.title}
          {...task}
          tag={done ? { kind: 'success', text: '已完成' } : { kind: 'quiet', text: '未完成' }}
        />
      ))}
    </List>
  )
}

export interface SummaryRow {
  label: string
  value: ReactNode
  onChange?: () => void
}

/** Answers to check before sending (`onChange` leads back to the question), or the facts of a thing. */
export function SummaryList({ label, rows }: { label: string; rows: readonly SummaryRow[] }) {
  return (
    <View {...role('list')} aria-label={label}>
      {rows.map((row) => (
        <View key={row.label} className="ov-summary-row" {...role('listitem')}>
          <Text className="ov-summary-label">{row.label}</Text>
          <View className="ov-summary-value">{row.value}</View>
          {row.onChange && (
            <TextButton onPress={row.onChange} label={uiText.change(row.label)}>
              修改
            </TextButton>
          )}
        </View>
      ))}
    </View>
  )
}

export interface TimelineStep {
  /** ISO instant. */
  at: string
  title: string
  /** The department's own words, kept as they are. */
  words?: string
  note?: string | null
}

/** How something went on, newest first. */
export function Timeline({ label, steps }: { label: string; steps: readonly TimelineStep[] }) {
  return (
    <View {...role('list')} aria-label={label}>
      {steps.map((step, index) => (
        <View
          key={step.at + step.title}
          className={`ov-timeline-step${index === 0 ? ' ov-timeline-now' : ''}`}
          {...role('listitem')}
        >
          <Text className="ov-label">{step.title}</Text>
          <Text className="ov-soft">{formatInstant(step.at)}</Text>
          {step.words !== undefined && <Text>{`部门原话：${step.words}`}</Text>}
          {typeof step.note === 'string' && <Text>{step.note}</Text>}
        </View>
      ))}
    </View>
  )
}
