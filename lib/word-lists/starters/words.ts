import type { TERM_LISTS } from "@/db/vocabulary"
import { say } from "../../words"

type List = keyof typeof TERM_LISTS

// biome-ignore format: a table
/** Words that most LIOs sort their groups by, to begin with, each with the category of UK-CAT that it means, if any. */
export const STARTERS: Record<List, readonly (readonly [name: string, category: string | null])[]> = {
  theme: [
    [say("Advice and money"), "CA101"], [say("Animals"), "AN"], [say("Arts and culture"), "AR"], [say("Children and families"), "BE102"],
    [say("Community buildings"), "FA103"], [say("Community safety"), "CJ102"], [say("Education and learning"), "ED"],
    [say("Environment and green spaces"), "EN"], [say("Faith and belief"), "RL"], [say("Food and hardship"), "SW300"],
    [say("Health and wellbeing"), "HE"], [say("Heritage"), "HR102"], [say("Housing and homelessness"), "HO101"],
    [say("Jobs and skills"), "EC107"], [say("Loneliness"), "SW106"], [say("Mental health"), "HE210"], [say("Sport and leisure"), "LE106"],
    [say("Transport"), "SW104"], [say("Volunteering"), "CV104"],
  ],
  client_group: [
    [say("Anyone in the community"), null], [say("Carers"), "SC102"], [say("Children"), "BE102"], [say("Disabled people"), "BE200"],
    [say("Families"), "BE103"], ["LGBTQ+ people", "BE105"], [say("Men"), "BE106"], [say("Older people"), "BE108"],
    [say("People from ethnic minority communities"), "BE111"], [say("People on low incomes"), "SW105"],
    [say("People who are homeless"), "HO103"], [say("People with a learning disability"), "BE110"],
    [say("People with dementia"), "HE205"], [say("People with mental health problems"), "HE210"],
    [say("Refugees and people seeking asylum"), "BE101"], [say("Veterans"), "AF104"], [say("Women"), "BE113"], [say("Young people"), "BE115"],
  ],
  service: [
    [say("Advice and information"), "CA101"], [say("Advocacy"), null], [say("Arts and crafts"), "AR"], [say("Befriending"), "SW106"],
    [say("Childcare and play"), "CC104"], [say("Community meals"), "SW300"], [say("Community transport"), "SW104"],
    [say("Counselling"), "HE304"], ["Drop-in", null], [say("Food parcels"), "SW301"], [say("Grants"), "CA200"],
    [say("Lunch club or day centre"), "SC101"], [say("Room hire"), "FA103"], [say("Sport and exercise"), "LE101"],
    [say("Support group"), null], [say("Training and classes"), "ED300"], [say("Youth club"), "FA108"],
  ],
  tag: [
    [say("Employs staff"), null], [say("Has its own building"), null], [say("Looking for funding"), null],
    [say("Looking for trustees"), null], [say("Looking for volunteers"), null], [say("Run by volunteers only"), null],
  ],
}
