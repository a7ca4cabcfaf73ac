import type { TERM_LISTS } from "@/db/vocabulary"

type List = keyof typeof TERM_LISTS

// biome-ignore format: a table
/** Words that most LIOs sort their groups by, to begin with, each with the category of UK-CAT that it means, if any. */
export const STARTERS: Record<List, readonly (readonly [name: string, category: string | null])[]> = {
  theme: [
    ["Advice and money", "CA101"], ["Animals", "AN"], ["Arts and culture", "AR"], ["Children and families", "BE102"],
    ["Community buildings", "FA103"], ["Community safety", "CJ102"], ["Education and learning", "ED"],
    ["Environment and green spaces", "EN"], ["Faith and belief", "RL"], ["Food and hardship", "SW300"],
    ["Health and wellbeing", "HE"], ["Heritage", "HR102"], ["Housing and homelessness", "HO101"],
    ["Jobs and skills", "EC107"], ["Loneliness", "SW106"], ["Mental health", "HE210"], ["Sport and leisure", "LE106"],
    ["Transport", "SW104"], ["Volunteering", "CV104"],
  ],
  client_group: [
    ["Anyone in the community", null], ["Carers", "SC102"], ["Children", "BE102"], ["Disabled people", "BE200"],
    ["Families", "BE103"], ["LGBTQ+ people", "BE105"], ["Men", "BE106"], ["Older people", "BE108"],
    ["People from ethnic minority communities", "BE111"], ["People on low incomes", "SW105"],
    ["People who are homeless", "HO103"], ["People with a learning disability", "BE110"],
    ["People with dementia", "HE205"], ["People with mental health problems", "HE210"],
    ["Refugees and people seeking asylum", "BE101"], ["Veterans", "AF104"], ["Women", "BE113"], ["Young people", "BE115"],
  ],
  service: [
    ["Advice and information", "CA101"], ["Advocacy", null], ["Arts and crafts", "AR"], ["Befriending", "SW106"],
    ["Childcare and play", "CC104"], ["Community meals", "SW300"], ["Community transport", "SW104"],
    ["Counselling", "HE304"], ["Drop-in", null], ["Food parcels", "SW301"], ["Grants", "CA200"],
    ["Lunch club or day centre", "SC101"], ["Room hire", "FA103"], ["Sport and exercise", "LE101"],
    ["Support group", null], ["Training and classes", "ED300"], ["Youth club", "FA108"],
  ],
  tag: [
    ["Employs staff", null], ["Has its own building", null], ["Looking for funding", null],
    ["Looking for trustees", null], ["Looking for volunteers", null], ["Run by volunteers only", null],
  ],
}
