import { answerParent } from './child'
import { runLoad } from './load'
import { runMixed } from './memory/mixed-load'
import { probe } from './probe'
import { runRush } from './rush-load'

answerParent({ run: runLoad, probe, rush: runRush, mixed: runMixed })
