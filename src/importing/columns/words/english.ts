import { list } from './words.ts';
import type { Words } from './words.ts';

export const english: Words = {
  roster: {
    email: list(`
      work email | work email address | primary work email | business email | company email
      corporate email | email | email address | user email | employee email | rep email | mail
      primary email | email id
      work contact: work email
    `),
    name: list(`
      name | full name | last name, first name | name (last, first) | surname, first name
      first name last name | employee name | employee full name | sales agent | sales rep
      sales representative | salesperson | salesperson name | account executive | ae | rep | rep name
      rep full name | employee | agent | agent name | worker | worker name | legal name | legal full name
      preferred full name | person | person name | user full name | team member | staff member
      staff name | seller | seller name
      payroll name | sales rep name | sales representative name | account executive name | associate name
    `),
    display_name: list('display name | common name | cn | user'),
    first_name: list('first name | given name | first | fname | forename | legal first name | preferred first name'),
    last_name: list('last name | surname | family name | last | lname | second name | legal last name | sn'),
    manager_email: list(`
      manager email | manager’s email | manager work email | manager email address
      manager’s email address | supervisor email | supervisor’s email | line manager email
      reports to email | reporting to email | reporting manager email | direct manager email | manager upn
      mgr email | manager username | manager user principal name
      manager mail
    `),
    manager_name: list(`
      manager name | manager | manager full name | manager display name | mgr | mgr name | manager’s name
      sales manager | reports to | reports to name | reporting to | reporting manager
      reporting manager name | supervisor | supervisor name | line manager | line manager name
      direct manager | direct supervisor | worker’s manager | employee’s manager | people manager
      immediate supervisor | managed by | boss | team lead | team leader
      first line manager | direct line manager
    `),
    manager_first_name: list(`
      manager first name | manager’s first name | supervisor first name | reports to first name
    `),
    manager_last_name: list(`
      manager last name | manager’s last name | supervisor last name | reports to last name
    `),
    manager_id: list(`
      manager id | manager employee id | manager’s employee id | manager number | manager #
      manager employee number | manager employee # | manager user id | supervisor id
      supervisor employee id | supervisor eid | reports to id | reporting to id | reporting manager id
      line manager id | reports to employee id | manager no | manager emp id | manager code | mgr id
      mgr employee id | manager staff id | supervisor number
    `),
    started_on: list(`
      started on | start date | hire date | hired on | date hired | date of hire | joined on
      joining date | original hire | last hire | employee hire date | join date | date joined | date of joining | employment start date | employment date
      first day | first day of work | original hire date | doj | start | hired | joined
    `),
    time_zone: list('time zone | tz | zone | time zone name | work time zone | time zone sid key'),
    country: list(`
      country | country code | country name | country/region | work country | location country
      office country | country of work | country of employment | usage location
    `),
    region: list(`
      holiday region | state | province | federal state | state/province | state or province | work state
      region
    `),
    team: list(`
      team | teams | team name | sales team | regional office | office | department | department name
      dept | division | business unit | org unit path | supervisory organization
    `),
    area: list('region | territory'),
    id: list(`
      id | employee id | employee number | employee no | employee # | employee code | emp id | emp no
      eid | personnel number | personnel no | staff id | staff number | staff no | worker id | person id
      person number | payroll id | payroll number | hr id
      file number | associate id | unique id
    `),
    rep_id: list(`
      rep id | sales rep id | user id | owner id | crm id | crm user id | salesforce id
      salesforce user id | sfdc id | sfdc user id | hubspot owner id | hubspot user id | hubspot id
      pipedrive user id | pipedrive id | agent id | sales agent id | seller id | salesperson id
    `),
    slack_id: list('slack id | slack user id | slack member id | member id'),
    account: list(`
      username | login | login name | logon name | user principal name | upn | sam account name | uid
      ad account
    `),
    dn: list('dn | distinguished name'),
    last_day: list(`
      last day | term date | termination date | end date | employment end date | end of employment | last working day
      last day of work | last day of employment | exit date | leaving date | date of leaving | date left
      departure date | separation date | offboarding date | deactivated date | deactivation date | end
      left | terminated on | left on
    `),
    status: list(`
      status | employment status | employee status | worker status | lifecycle status | account status
      user status | active status
      position status
    `),
    active: list(`
      active | is active | enabled | account enabled | active flag | active employee | currently employed
    `),
    inactive: list(`
      inactive | is inactive | suspended | is suspended | deactivated | is deactivated | terminated
      is terminated | deleted | is deleted | archived | disabled | account disabled | block credential
    `),
    kind: list(`
      account type | user type | member type | worker type | employee type | recipient type details
    `),
  },
  deals: {
    id: list(`
      id | deal id | opportunity id | record id | external id | deal key | opportunity key | opp id
      deal number | opportunity number | deal no | opportunity no | deal # | opportunity # | item id
    `),
    name: list(`
      name | deal name | opportunity name | opp name | deal | opportunity | title | deal title
      opportunity title | potential name | topic
    `),
    account: list(`
      account | acct | acct name | account name | company | company name | customer | customer name
      client | client name | organization | organisation | organization name | organisation name
      associated company | potential customer | prospect
    `),
    product: list('product | product name | products'),
    owner_email: list(`
      owner email | deal owner email | opportunity owner email | owner email address | sales rep email
      rep email | salesperson email | assigned to email | account executive email
    `),
    owner: list(`
      owner | deal owner | opportunity owner | opp owner | owner name | owner full name | deal owner name
      opportunity owner name | opportunity owner full name | opportunity owner: name | sales agent
      sales rep | sales representative | salesperson | salesperson name | sales owner | account executive
      ae | rep | rep name | agent | agent name | seller | assigned to | assigned user | assignee
      responsible | responsible person | responsible user | owned by | salesman | sales executive
      sales owner name | hubspot owner | record owner
      sales rep name | sales representative name | sales agent name | account executive name
    `),
    owner_first_name: list(`
      owner first name | opportunity owner: first name | deal owner first name | rep first name
    `),
    owner_last_name: list(`
      owner last name | opportunity owner: last name | deal owner last name | rep last name
    `),
    owner_id: list(`
      owner id | deal owner id | opportunity owner id | rep id | sales rep id | user id | hubspot owner id
      agent id | sales agent id | salesperson id | owner: user id | assigned to id
    `),
    pipeline: list('pipeline | pipeline name | deal pipeline | sales pipeline'),
    stage: list(`
      stage | deal stage | opportunity stage | stage name | sales stage | pipeline stage | current stage
      deal stage name | phase | sales phase
    `),
    amount: list(`
      amount | amt | deal amount | opportunity amount | value | deal value | opportunity value
      close value | estimated value | estimated revenue | est. revenue | est. value | total amount
      total value | deal size | size | revenue
    `),
    other_amount: list(`
      amount (converted) | amount in company currency | converted amount | contract value
      total contract value | tcv | annual contract value | acv | arr
    `),
    currency: list(`
      currency | currency code | currency iso code | deal currency | deal currency code
      opportunity currency | amount currency | value currency | currency of value
    `),
    opened_on: list(`
      opened on | engage date | create date | created date | created on | open date | opened date
      date opened | created at | creation date | date created | created | created time | create dt
      created dt | deal created | deal created at | deal created date | deal created on
      opportunity created date | Opened | Opened on
    `),
    last_activity_on: list(`
      last activity on | last activity | last activity date | last activity time
      last activity at | last contacted | last act | last activity dt | last contact
      last contact date | last touch | last interaction | last engagement date
      Date of last activity | Last touched
    `),
    close_on: list(`
      close on | close date | close at | closing date | close | close dt | deal close date
      opportunity close date
    `),
    expected_close_on: list(`
      expected close date | expected close at | expected close on | expected close dt | expected close
      expected closing date | expected closing | estimated close date | est. close date
      estimated closing date | projected close date | forecast close date | forecasted close date
      target close date | anticipated close date
      est. close | estimated close | exp. close | exp. close date
    `),
    closed_on: list(`
      closed on | closed date | closed at | date closed | actual close date | actual closing date
      deal closed on | won time | won date | date won | won on | won at | lost time | lost date
      date lost | lost on | lost at
    `),
    status: list(`
      status | deal status | opportunity status | status type | outcome | deal outcome | won/lost
      win/loss
    `),
    is_closed: list('is closed | closed | is deal closed'),
    is_won: list('is won | won | is closed won'),
    is_deleted: list('is deleted | deleted | is archived | archived | in recycle bin'),
  },
};
