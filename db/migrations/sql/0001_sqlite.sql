CREATE TABLE act (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    user_id BLOB,
    device TEXT,
    label_key TEXT NOT NULL,
    label_values TEXT DEFAULT '{}' NOT NULL,
    undoes BLOB,
    rules_at TEXT,
    CONSTRAINT pk_act PRIMARY KEY (id),
    CONSTRAINT ck_act_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_act_at_form CHECK (at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_act_rules_at_form CHECK (rules_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE act_now (
    id INTEGER NOT NULL,
    act_id BLOB,
    origin TEXT DEFAULT 'local' NOT NULL,
    CONSTRAINT pk_act_now PRIMARY KEY (id),
    CONSTRAINT ck_act_now_one_row CHECK (id = 1)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE activity (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    activity_type_id BLOB NOT NULL,
    subject TEXT NOT NULL,
    text TEXT,
    contact_id BLOB,
    opportunity_id BLOB,
    campaign_id BLOB,
    user_id BLOB,
    planned_start_at TEXT,
    planned_end_at TEXT,
    due_at TEXT,
    done_at TEXT,
    result TEXT,
    location TEXT,
    mandatory INTEGER DEFAULT 0 NOT NULL,
    stage_activity_id BLOB,
    origin_system TEXT,
    origin_key TEXT,
    team_id BLOB,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_activity PRIMARY KEY (id),
    CONSTRAINT ck_activity_planned_end_at CHECK (planned_end_at >= planned_start_at),
    CONSTRAINT fk_activity_activity_type_id FOREIGN KEY(activity_type_id) REFERENCES activity_type (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_activity_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_activity_opportunity_id FOREIGN KEY(opportunity_id) REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_activity_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaign (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_activity_user_id FOREIGN KEY(user_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_activity_stage_activity_id FOREIGN KEY(stage_activity_id) REFERENCES stage_activity (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_activity_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_activity_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_activity_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_activity_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_activity_planned_start_at_form CHECK (planned_start_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_activity_planned_end_at_form CHECK (planned_end_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_activity_due_at_form CHECK (due_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_activity_done_at_form CHECK (done_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_activity_mandatory_form CHECK (mandatory IN (0, 1)),
    CONSTRAINT ck_activity_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_activity_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_activity_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE activity_type (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    kind TEXT NOT NULL,
    icon TEXT,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_activity_type PRIMARY KEY (id),
    CONSTRAINT ck_activity_type_kind CHECK (kind IN ('call', 'email', 'meeting', 'visit', 'note', 'to_do')),
    CONSTRAINT fk_activity_type_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_activity_type_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_activity_type_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_activity_type_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_activity_type_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_activity_type_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_activity_type_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE address_type (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_address_type PRIMARY KEY (id),
    CONSTRAINT fk_address_type_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_address_type_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_address_type_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_address_type_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_address_type_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_address_type_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_address_type_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE agent (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    user_id BLOB,
    team_id BLOB,
    zone_id BLOB,
    email TEXT,
    phone TEXT,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_agent PRIMARY KEY (id),
    CONSTRAINT fk_agent_user_id FOREIGN KEY(user_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_agent_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_agent_zone_id FOREIGN KEY(zone_id) REFERENCES zone (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_agent_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_agent_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_agent_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_agent_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_agent_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_agent_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_agent_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE app_user (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT,
    company_id BLOB,
    team_id BLOB,
    language TEXT,
    origin_system TEXT,
    origin_key TEXT,
    retired_at TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_app_user PRIMARY KEY (id),
    CONSTRAINT fk_app_user_company_id FOREIGN KEY(company_id) REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_app_user_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_app_user_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_app_user_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_app_user_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_app_user_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_app_user_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_app_user_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_app_user_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE campaign (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    company_id BLOB NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    starts_on TEXT,
    ends_on TEXT,
    description TEXT,
    origin_system TEXT,
    origin_key TEXT,
    team_id BLOB,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_campaign PRIMARY KEY (id),
    CONSTRAINT ck_campaign_ends_on CHECK (ends_on >= starts_on),
    CONSTRAINT fk_campaign_company_id FOREIGN KEY(company_id) REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_campaign_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_campaign_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_campaign_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_campaign_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_campaign_starts_on_form CHECK (starts_on IS date(starts_on, '+0 days')),
    CONSTRAINT ck_campaign_ends_on_form CHECK (ends_on IS date(ends_on, '+0 days')),
    CONSTRAINT ck_campaign_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_campaign_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_campaign_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE change (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    act_id BLOB NOT NULL,
    table_name TEXT NOT NULL,
    row_id BLOB NOT NULL,
    op TEXT NOT NULL,
    cells TEXT,
    team_id BLOB,
    old_team_id BLOB,
    origin TEXT DEFAULT 'local' NOT NULL,
    batch INTEGER,
    CONSTRAINT ck_change_op CHECK (op IN ('insert', 'update', 'delete')),
    CONSTRAINT ck_change_origin CHECK (origin IN ('local', 'pull')),
    CONSTRAINT fk_change_act_id FOREIGN KEY(act_id) REFERENCES act (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;

CREATE TABLE closing_reason (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    sign INTEGER NOT NULL,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_closing_reason PRIMARY KEY (id),
    CONSTRAINT ck_closing_reason_sign CHECK (sign IN (-1, 1)),
    CONSTRAINT fk_closing_reason_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_closing_reason_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_closing_reason_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_closing_reason_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_closing_reason_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_closing_reason_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_closing_reason_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE commercial_category (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_commercial_category PRIMARY KEY (id),
    CONSTRAINT fk_commercial_category_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_commercial_category_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_commercial_category_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_commercial_category_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_commercial_category_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_commercial_category_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_commercial_category_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE company (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    currency_code TEXT NOT NULL,
    country_code TEXT,
    vat_number TEXT,
    fiscal_year_start_month INTEGER DEFAULT 1 NOT NULL,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_company PRIMARY KEY (id),
    CONSTRAINT fk_company_currency_code FOREIGN KEY(currency_code) REFERENCES currency (code),
    CONSTRAINT fk_company_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_company_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_company_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_company_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_company_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_company_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_company_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE competitor (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    website TEXT,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_competitor PRIMARY KEY (id),
    CONSTRAINT fk_competitor_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_competitor_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_competitor_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_competitor_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_competitor_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_competitor_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_competitor_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE contact (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    name TEXT NOT NULL,
    contact_type_id BLOB NOT NULL,
    person INTEGER DEFAULT 0 NOT NULL,
    vat_number TEXT,
    tax_code TEXT,
    certified_mail TEXT,
    e_invoice_code TEXT,
    legal_form TEXT,
    brand TEXT,
    website TEXT,
    language TEXT,
    currency_code TEXT,
    country_code TEXT,
    agent_id BLOB,
    origin_id BLOB,
    quality_id BLOB,
    sector_id BLOB,
    commercial_category_id BLOB,
    parent_id BLOB,
    founded_year INTEGER,
    statistical_year INTEGER,
    turnover_minor INTEGER,
    employees INTEGER,
    payment_terms_id BLOB,
    price_list_id BLOB,
    discount TEXT,
    opening_hours TEXT,
    workflow_id BLOB,
    stage_id BLOB,
    lead_on TEXT,
    customer_on TEXT,
    customer_until_on TEXT,
    closed_on TEXT,
    closing_reason_id BLOB,
    description TEXT,
    origin_system TEXT,
    origin_key TEXT,
    team_id BLOB,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_contact PRIMARY KEY (id),
    CONSTRAINT ck_contact_name CHECK (length(name) > 0),
    CONSTRAINT ck_contact_employees CHECK (employees >= 0),
    CONSTRAINT fk_contact_contact_type_id FOREIGN KEY(contact_type_id) REFERENCES contact_type (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_currency_code FOREIGN KEY(currency_code) REFERENCES currency (code),
    CONSTRAINT fk_contact_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_origin_id FOREIGN KEY(origin_id) REFERENCES origin (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_quality_id FOREIGN KEY(quality_id) REFERENCES quality (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_sector_id FOREIGN KEY(sector_id) REFERENCES sector (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_commercial_category_id FOREIGN KEY(commercial_category_id) REFERENCES commercial_category (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_parent_id FOREIGN KEY(parent_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_payment_terms_id FOREIGN KEY(payment_terms_id) REFERENCES payment_terms (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_price_list_id FOREIGN KEY(price_list_id) REFERENCES price_list (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_workflow_id FOREIGN KEY(workflow_id) REFERENCES workflow (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_stage_id FOREIGN KEY(stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_closing_reason_id FOREIGN KEY(closing_reason_id) REFERENCES closing_reason (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_contact_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_contact_person_form CHECK (person IN (0, 1)),
    CONSTRAINT ck_contact_lead_on_form CHECK (lead_on IS date(lead_on, '+0 days')),
    CONSTRAINT ck_contact_customer_on_form CHECK (customer_on IS date(customer_on, '+0 days')),
    CONSTRAINT ck_contact_customer_until_on_form CHECK (customer_until_on IS date(customer_until_on, '+0 days')),
    CONSTRAINT ck_contact_closed_on_form CHECK (closed_on IS date(closed_on, '+0 days')),
    CONSTRAINT ck_contact_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE contact_address (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    contact_id BLOB NOT NULL,
    address_type_id BLOB,
    main INTEGER DEFAULT 0 NOT NULL,
    street TEXT,
    postal_code TEXT,
    city TEXT,
    province TEXT,
    region TEXT,
    country_code TEXT,
    latitude_millionths INTEGER,
    longitude_millionths INTEGER,
    team_id BLOB,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_contact_address PRIMARY KEY (id),
    CONSTRAINT ck_contact_address_latitude CHECK (latitude_millionths BETWEEN -90000000 AND 90000000),
    CONSTRAINT ck_contact_address_longitude CHECK (longitude_millionths BETWEEN -180000000 AND 180000000),
    CONSTRAINT fk_contact_address_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_address_address_type_id FOREIGN KEY(address_type_id) REFERENCES address_type (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_address_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_address_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_address_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_contact_address_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_contact_address_main_form CHECK (main IN (0, 1)),
    CONSTRAINT ck_contact_address_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_address_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_address_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE contact_agent (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    contact_id BLOB NOT NULL,
    agent_id BLOB NOT NULL,
    zone_id BLOB,
    commission_hundredths INTEGER,
    team_id BLOB,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_contact_agent PRIMARY KEY (id),
    CONSTRAINT fk_contact_agent_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_agent_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_agent_zone_id FOREIGN KEY(zone_id) REFERENCES zone (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_agent_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_agent_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_agent_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_contact_agent_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_contact_agent_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_agent_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_agent_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE contact_channel (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    contact_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    main INTEGER DEFAULT 0 NOT NULL,
    team_id BLOB,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_contact_channel PRIMARY KEY (id),
    CONSTRAINT ck_contact_channel_kind CHECK (kind IN ('phone', 'mobile', 'fax', 'email')),
    CONSTRAINT fk_contact_channel_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_channel_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_channel_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_channel_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_contact_channel_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_contact_channel_main_form CHECK (main IN (0, 1)),
    CONSTRAINT ck_contact_channel_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_channel_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_channel_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE contact_competitor (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    contact_id BLOB NOT NULL,
    competitor_id BLOB NOT NULL,
    team_id BLOB,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_contact_competitor PRIMARY KEY (id),
    CONSTRAINT fk_contact_competitor_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_competitor_competitor_id FOREIGN KEY(competitor_id) REFERENCES competitor (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_competitor_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_competitor_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_competitor_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_contact_competitor_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_contact_competitor_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_competitor_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_competitor_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE contact_note (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    contact_id BLOB NOT NULL,
    note_type_id BLOB,
    written_on TEXT NOT NULL,
    text TEXT NOT NULL,
    team_id BLOB,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_contact_note PRIMARY KEY (id),
    CONSTRAINT fk_contact_note_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_note_note_type_id FOREIGN KEY(note_type_id) REFERENCES note_type (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_note_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_note_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_note_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_contact_note_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_contact_note_written_on_form CHECK (written_on IS date(written_on, '+0 days')),
    CONSTRAINT ck_contact_note_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_note_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_note_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE contact_scope (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    contact_id BLOB NOT NULL,
    scope TEXT NOT NULL,
    consent INTEGER NOT NULL,
    consent_on TEXT,
    consent_source TEXT,
    team_id BLOB,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_contact_scope PRIMARY KEY (id),
    CONSTRAINT ck_contact_scope_scope CHECK (scope IN ('offers', 'newsletters')),
    CONSTRAINT fk_contact_scope_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_scope_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_scope_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_scope_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_contact_scope_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_contact_scope_consent_form CHECK (consent IN (0, 1)),
    CONSTRAINT ck_contact_scope_consent_on_form CHECK (consent_on IS date(consent_on, '+0 days')),
    CONSTRAINT ck_contact_scope_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_scope_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_scope_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE contact_tag (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    contact_id BLOB NOT NULL,
    tag_id BLOB NOT NULL,
    team_id BLOB,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_contact_tag PRIMARY KEY (id),
    CONSTRAINT fk_contact_tag_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_tag_tag_id FOREIGN KEY(tag_id) REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_tag_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_tag_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_tag_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_contact_tag_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_contact_tag_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_tag_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_tag_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE contact_team (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    contact_id BLOB NOT NULL,
    team_id BLOB NOT NULL,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_contact_team PRIMARY KEY (id),
    CONSTRAINT fk_contact_team_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_team_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_team_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_team_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_contact_team_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_contact_team_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_team_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_team_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE contact_type (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    kind TEXT NOT NULL,
    workflow_id BLOB,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_contact_type PRIMARY KEY (id),
    CONSTRAINT ck_contact_type_kind CHECK (kind IN ('contact', 'prospect', 'lead', 'customer', 'supplier')),
    CONSTRAINT fk_contact_type_workflow_id FOREIGN KEY(workflow_id) REFERENCES workflow (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_type_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_type_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_contact_type_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_contact_type_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_type_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_type_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_contact_type_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE currency (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    decimals INTEGER DEFAULT 2 NOT NULL,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_currency PRIMARY KEY (id),
    CONSTRAINT uq_currency_code UNIQUE (code),
    CONSTRAINT ck_currency_decimals CHECK (decimals BETWEEN 0 AND 4),
    CONSTRAINT fk_currency_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_currency_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_currency_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_currency_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_currency_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_currency_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_currency_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE exchange_rate (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    base_code TEXT NOT NULL,
    currency_code TEXT NOT NULL,
    valid_on TEXT NOT NULL,
    rate_millionths INTEGER NOT NULL,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_exchange_rate PRIMARY KEY (id),
    CONSTRAINT ck_exchange_rate_positive CHECK (rate_millionths > 0),
    CONSTRAINT fk_exchange_rate_base_code FOREIGN KEY(base_code) REFERENCES currency (code),
    CONSTRAINT fk_exchange_rate_currency_code FOREIGN KEY(currency_code) REFERENCES currency (code),
    CONSTRAINT fk_exchange_rate_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_exchange_rate_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_exchange_rate_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_exchange_rate_valid_on_form CHECK (valid_on IS date(valid_on, '+0 days')),
    CONSTRAINT ck_exchange_rate_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_exchange_rate_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_exchange_rate_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE extra_field (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    record_kind TEXT NOT NULL,
    kind TEXT NOT NULL,
    choices TEXT,
    opportunity_type_id BLOB,
    mandatory_from_stage_id BLOB,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_extra_field PRIMARY KEY (id),
    CONSTRAINT ck_extra_field_kind CHECK (kind IN ('text', 'number', 'money', 'day', 'flag', 'choice', 'user', 'contact')),
    CONSTRAINT fk_extra_field_opportunity_type_id FOREIGN KEY(opportunity_type_id) REFERENCES opportunity_type (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_extra_field_mandatory_from_stage_id FOREIGN KEY(mandatory_from_stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_extra_field_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_extra_field_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_extra_field_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_extra_field_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_extra_field_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_extra_field_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_extra_field_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE extra_value (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    record_id BLOB NOT NULL,
    field_id BLOB NOT NULL,
    value TEXT,
    team_id BLOB,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_extra_value PRIMARY KEY (id),
    CONSTRAINT fk_extra_value_field_id FOREIGN KEY(field_id) REFERENCES extra_field (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_extra_value_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_extra_value_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_extra_value_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_extra_value_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_extra_value_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_extra_value_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_extra_value_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE log_text (
    length INTEGER NOT NULL,
    hash TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_log_text PRIMARY KEY (length, hash)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE note_type (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_note_type PRIMARY KEY (id),
    CONSTRAINT fk_note_type_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_note_type_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_note_type_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_note_type_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_note_type_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_note_type_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_note_type_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE number_counter (
    series_id BLOB NOT NULL,
    company_id BLOB NOT NULL,
    year INTEGER NOT NULL,
    last_number INTEGER NOT NULL,
    CONSTRAINT pk_number_counter PRIMARY KEY (series_id, company_id, year),
    CONSTRAINT fk_number_counter_series_id FOREIGN KEY(series_id) REFERENCES number_series (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_number_counter_company_id FOREIGN KEY(company_id) REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_number_counter_series_id_form CHECK (length(series_id) = 16),
    CONSTRAINT ck_number_counter_company_id_form CHECK (length(company_id) = 16)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE number_series (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    pattern TEXT NOT NULL,
    by_year INTEGER DEFAULT 1 NOT NULL,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_number_series PRIMARY KEY (id),
    CONSTRAINT fk_number_series_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_number_series_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_number_series_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_number_series_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_number_series_by_year_form CHECK (by_year IN (0, 1)),
    CONSTRAINT ck_number_series_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_number_series_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_number_series_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE opportunity (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    type_id BLOB NOT NULL,
    company_id BLOB NOT NULL,
    number TEXT NOT NULL,
    provisional_number TEXT,
    title TEXT NOT NULL,
    contact_id BLOB NOT NULL,
    created_on TEXT NOT NULL,
    closed_on TEXT,
    agent_id BLOB,
    user_id BLOB,
    currency_code TEXT NOT NULL,
    probability_id BLOB,
    probability_by_hand INTEGER DEFAULT 0 NOT NULL,
    quality_id BLOB,
    workflow_id BLOB,
    stage_id BLOB,
    outcome TEXT DEFAULT 'open' NOT NULL,
    closing_reason_id BLOB,
    closing_description TEXT,
    gross_minor INTEGER,
    discount_minor INTEGER,
    net_minor INTEGER,
    ebit_minor INTEGER,
    expected_order_on TEXT,
    expected_delivery_on TEXT,
    expected_invoice_on TEXT,
    expected_close_on TEXT,
    campaign_id BLOB,
    origin_id BLOB,
    priority INTEGER DEFAULT 0 NOT NULL,
    description TEXT,
    last_activity_at TEXT,
    next_activity_at TEXT,
    stage_since_on TEXT,
    touched_at TEXT,
    origin_system TEXT,
    origin_key TEXT,
    team_id BLOB,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_opportunity PRIMARY KEY (id),
    CONSTRAINT ck_opportunity_outcome CHECK (outcome IN ('open', 'won', 'lost')),
    CONSTRAINT ck_opportunity_closed_on CHECK ((outcome = 'open') = (closed_on IS NULL)),
    CONSTRAINT ck_opportunity_priority CHECK (priority BETWEEN 0 AND 3),
    CONSTRAINT ck_opportunity_number CHECK (length(number) > 0),
    CONSTRAINT fk_opportunity_type_id FOREIGN KEY(type_id) REFERENCES opportunity_type (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_company_id FOREIGN KEY(company_id) REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_user_id FOREIGN KEY(user_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_currency_code FOREIGN KEY(currency_code) REFERENCES currency (code),
    CONSTRAINT fk_opportunity_probability_id FOREIGN KEY(probability_id) REFERENCES probability (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_quality_id FOREIGN KEY(quality_id) REFERENCES quality (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_workflow_id FOREIGN KEY(workflow_id) REFERENCES workflow (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_stage_id FOREIGN KEY(stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_closing_reason_id FOREIGN KEY(closing_reason_id) REFERENCES closing_reason (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaign (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_origin_id FOREIGN KEY(origin_id) REFERENCES origin (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_opportunity_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_opportunity_created_on_form CHECK (created_on IS date(created_on, '+0 days')),
    CONSTRAINT ck_opportunity_closed_on_form CHECK (closed_on IS date(closed_on, '+0 days')),
    CONSTRAINT ck_opportunity_probability_by_hand_form CHECK (probability_by_hand IN (0, 1)),
    CONSTRAINT ck_opportunity_expected_order_on_form CHECK (expected_order_on IS date(expected_order_on, '+0 days')),
    CONSTRAINT ck_opportunity_expected_delivery_on_form CHECK (expected_delivery_on IS date(expected_delivery_on, '+0 days')),
    CONSTRAINT ck_opportunity_expected_invoice_on_form CHECK (expected_invoice_on IS date(expected_invoice_on, '+0 days')),
    CONSTRAINT ck_opportunity_expected_close_on_form CHECK (expected_close_on IS date(expected_close_on, '+0 days')),
    CONSTRAINT ck_opportunity_last_activity_at_form CHECK (last_activity_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_opportunity_next_activity_at_form CHECK (next_activity_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_opportunity_stage_since_on_form CHECK (stage_since_on IS date(stage_since_on, '+0 days')),
    CONSTRAINT ck_opportunity_touched_at_form CHECK (touched_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_opportunity_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_opportunity_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_opportunity_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE opportunity_competitor (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    opportunity_id BLOB NOT NULL,
    competitor_id BLOB NOT NULL,
    team_id BLOB,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_opportunity_competitor PRIMARY KEY (id),
    CONSTRAINT fk_opportunity_competitor_opportunity_id FOREIGN KEY(opportunity_id) REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_competitor_competitor_id FOREIGN KEY(competitor_id) REFERENCES competitor (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_competitor_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_competitor_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_competitor_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_opportunity_competitor_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_opportunity_competitor_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_opportunity_competitor_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_opportunity_competitor_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE opportunity_line (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    opportunity_id BLOB NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    product_family_id BLOB,
    product_id BLOB,
    description TEXT,
    gross_minor INTEGER,
    discount_minor INTEGER,
    net_minor INTEGER,
    expected_revenue_minor INTEGER,
    expected_order_on TEXT,
    expected_delivery_on TEXT,
    expected_invoice_on TEXT,
    closed_on TEXT,
    note TEXT,
    origin_system TEXT,
    origin_key TEXT,
    team_id BLOB,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_opportunity_line PRIMARY KEY (id),
    CONSTRAINT fk_opportunity_line_opportunity_id FOREIGN KEY(opportunity_id) REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_line_product_family_id FOREIGN KEY(product_family_id) REFERENCES product_family (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_line_product_id FOREIGN KEY(product_id) REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_line_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_line_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_line_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_opportunity_line_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_opportunity_line_expected_order_on_form CHECK (expected_order_on IS date(expected_order_on, '+0 days')),
    CONSTRAINT ck_opportunity_line_expected_delivery_on_form CHECK (expected_delivery_on IS date(expected_delivery_on, '+0 days')),
    CONSTRAINT ck_opportunity_line_expected_invoice_on_form CHECK (expected_invoice_on IS date(expected_invoice_on, '+0 days')),
    CONSTRAINT ck_opportunity_line_closed_on_form CHECK (closed_on IS date(closed_on, '+0 days')),
    CONSTRAINT ck_opportunity_line_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_opportunity_line_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_opportunity_line_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE opportunity_tag (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    opportunity_id BLOB NOT NULL,
    tag_id BLOB NOT NULL,
    team_id BLOB,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_opportunity_tag PRIMARY KEY (id),
    CONSTRAINT fk_opportunity_tag_opportunity_id FOREIGN KEY(opportunity_id) REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_tag_tag_id FOREIGN KEY(tag_id) REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_tag_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_tag_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_tag_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_opportunity_tag_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_opportunity_tag_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_opportunity_tag_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_opportunity_tag_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE opportunity_type (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    workflow_id BLOB,
    number_series_id BLOB NOT NULL,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_opportunity_type PRIMARY KEY (id),
    CONSTRAINT fk_opportunity_type_workflow_id FOREIGN KEY(workflow_id) REFERENCES workflow (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_type_number_series_id FOREIGN KEY(number_series_id) REFERENCES number_series (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_type_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_opportunity_type_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_opportunity_type_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_opportunity_type_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_opportunity_type_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_opportunity_type_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_opportunity_type_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE origin (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_origin PRIMARY KEY (id),
    CONSTRAINT fk_origin_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_origin_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_origin_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_origin_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_origin_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_origin_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_origin_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE parameter (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    value TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_parameter PRIMARY KEY (id),
    CONSTRAINT fk_parameter_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_parameter_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_parameter_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_parameter_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_parameter_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_parameter_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE payment_terms (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    days INTEGER DEFAULT 30 NOT NULL,
    end_of_month INTEGER DEFAULT 0 NOT NULL,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_payment_terms PRIMARY KEY (id),
    CONSTRAINT fk_payment_terms_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_payment_terms_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_payment_terms_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_payment_terms_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_payment_terms_end_of_month_form CHECK (end_of_month IN (0, 1)),
    CONSTRAINT ck_payment_terms_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_payment_terms_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_payment_terms_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE price_list (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    currency_code TEXT NOT NULL,
    valid_from_on TEXT,
    valid_to_on TEXT,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_price_list PRIMARY KEY (id),
    CONSTRAINT fk_price_list_currency_code FOREIGN KEY(currency_code) REFERENCES currency (code),
    CONSTRAINT fk_price_list_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_price_list_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_price_list_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_price_list_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_price_list_valid_from_on_form CHECK (valid_from_on IS date(valid_from_on, '+0 days')),
    CONSTRAINT ck_price_list_valid_to_on_form CHECK (valid_to_on IS date(valid_to_on, '+0 days')),
    CONSTRAINT ck_price_list_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_price_list_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_price_list_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE probability (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    percent INTEGER NOT NULL,
    colour TEXT,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_probability PRIMARY KEY (id),
    CONSTRAINT ck_probability_percent CHECK (percent BETWEEN 0 AND 100),
    CONSTRAINT fk_probability_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_probability_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_probability_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_probability_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_probability_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_probability_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_probability_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE product (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    family_id BLOB,
    unit_id BLOB,
    vat_rate_id BLOB,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_product PRIMARY KEY (id),
    CONSTRAINT fk_product_family_id FOREIGN KEY(family_id) REFERENCES product_family (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_product_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_product_vat_rate_id FOREIGN KEY(vat_rate_id) REFERENCES vat_rate (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_product_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_product_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_product_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_product_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_product_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_product_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_product_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE product_family (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    parent_id BLOB,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_product_family PRIMARY KEY (id),
    CONSTRAINT fk_product_family_parent_id FOREIGN KEY(parent_id) REFERENCES product_family (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_product_family_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_product_family_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_product_family_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_product_family_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_product_family_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_product_family_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_product_family_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE product_price (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    product_id BLOB NOT NULL,
    price_list_id BLOB,
    currency_code TEXT NOT NULL,
    price_minor INTEGER NOT NULL,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_product_price PRIMARY KEY (id),
    CONSTRAINT fk_product_price_product_id FOREIGN KEY(product_id) REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_product_price_price_list_id FOREIGN KEY(price_list_id) REFERENCES price_list (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_product_price_currency_code FOREIGN KEY(currency_code) REFERENCES currency (code),
    CONSTRAINT fk_product_price_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_product_price_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_product_price_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_product_price_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_product_price_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_product_price_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE progress (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    opportunity_id BLOB NOT NULL,
    moved_at TEXT NOT NULL,
    user_id BLOB,
    from_stage_id BLOB,
    to_stage_id BLOB,
    from_probability_id BLOB,
    to_probability_id BLOB,
    from_by_hand INTEGER,
    to_by_hand INTEGER,
    from_outcome TEXT,
    to_outcome TEXT,
    days_in_stage INTEGER,
    origin_system TEXT,
    origin_key TEXT,
    team_id BLOB,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_progress PRIMARY KEY (id),
    CONSTRAINT ck_progress_from_outcome CHECK (from_outcome IN ('open', 'won', 'lost')),
    CONSTRAINT ck_progress_to_outcome CHECK (to_outcome IN ('open', 'won', 'lost')),
    CONSTRAINT fk_progress_opportunity_id FOREIGN KEY(opportunity_id) REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_progress_user_id FOREIGN KEY(user_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_progress_from_stage_id FOREIGN KEY(from_stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_progress_to_stage_id FOREIGN KEY(to_stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_progress_from_probability_id FOREIGN KEY(from_probability_id) REFERENCES probability (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_progress_to_probability_id FOREIGN KEY(to_probability_id) REFERENCES probability (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_progress_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_progress_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_progress_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_progress_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_progress_moved_at_form CHECK (moved_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_progress_from_by_hand_form CHECK (from_by_hand IN (0, 1)),
    CONSTRAINT ck_progress_to_by_hand_form CHECK (to_by_hand IN (0, 1)),
    CONSTRAINT ck_progress_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_progress_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_progress_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE quality (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    stars INTEGER NOT NULL,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_quality PRIMARY KEY (id),
    CONSTRAINT ck_quality_stars CHECK (stars BETWEEN 1 AND 5),
    CONSTRAINT fk_quality_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_quality_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_quality_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_quality_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_quality_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_quality_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_quality_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE reference (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    contact_id BLOB NOT NULL,
    name TEXT NOT NULL,
    job_title TEXT,
    phone TEXT,
    email TEXT,
    main INTEGER DEFAULT 0 NOT NULL,
    note TEXT,
    team_id BLOB,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_reference PRIMARY KEY (id),
    CONSTRAINT fk_reference_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_reference_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_reference_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_reference_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_reference_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_reference_main_form CHECK (main IN (0, 1)),
    CONSTRAINT ck_reference_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_reference_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_reference_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE role (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_role PRIMARY KEY (id),
    CONSTRAINT fk_role_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_role_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_role_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_role_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_role_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_role_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_role_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE role_right (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    role_id BLOB NOT NULL,
    record_kind TEXT NOT NULL,
    may_see INTEGER NOT NULL,
    may_create INTEGER NOT NULL,
    may_change INTEGER NOT NULL,
    may_delete INTEGER NOT NULL,
    scope TEXT NOT NULL,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_role_right PRIMARY KEY (id),
    CONSTRAINT ck_role_right_scope CHECK (scope IN ('own', 'team', 'all')),
    CONSTRAINT fk_role_right_role_id FOREIGN KEY(role_id) REFERENCES role (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_role_right_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_role_right_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_role_right_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_role_right_may_see_form CHECK (may_see IN (0, 1)),
    CONSTRAINT ck_role_right_may_create_form CHECK (may_create IN (0, 1)),
    CONSTRAINT ck_role_right_may_change_form CHECK (may_change IN (0, 1)),
    CONSTRAINT ck_role_right_may_delete_form CHECK (may_delete IN (0, 1)),
    CONSTRAINT ck_role_right_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_role_right_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_role_right_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE saved_view (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    screen TEXT NOT NULL,
    name TEXT NOT NULL,
    user_id BLOB,
    role_id BLOB,
    is_default INTEGER DEFAULT 0 NOT NULL,
    content TEXT NOT NULL,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_saved_view PRIMARY KEY (id),
    CONSTRAINT ck_saved_view_audience CHECK (user_id IS NULL OR role_id IS NULL),
    CONSTRAINT fk_saved_view_user_id FOREIGN KEY(user_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_saved_view_role_id FOREIGN KEY(role_id) REFERENCES role (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_saved_view_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_saved_view_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_saved_view_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_saved_view_is_default_form CHECK (is_default IN (0, 1)),
    CONSTRAINT ck_saved_view_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_saved_view_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_saved_view_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE sector (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_sector PRIMARY KEY (id),
    CONSTRAINT fk_sector_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_sector_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_sector_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_sector_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_sector_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_sector_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_sector_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE setting (
    user_id BLOB NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (user_id, name),
    CONSTRAINT fk_setting_user_id FOREIGN KEY(user_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_setting_user_id_form CHECK (length(user_id) = 16)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE stage (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    workflow_id BLOB NOT NULL,
    colour TEXT,
    initial INTEGER DEFAULT 0 NOT NULL,
    final INTEGER DEFAULT 0 NOT NULL,
    outcome TEXT DEFAULT 'open' NOT NULL,
    probability_id BLOB,
    days_allowed INTEGER,
    stale_days INTEGER,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_stage PRIMARY KEY (id),
    CONSTRAINT ck_stage_outcome CHECK (outcome IN ('open', 'won', 'lost')),
    CONSTRAINT ck_stage_days_allowed CHECK (days_allowed > 0),
    CONSTRAINT ck_stage_stale_days CHECK (stale_days > 0),
    CONSTRAINT fk_stage_workflow_id FOREIGN KEY(workflow_id) REFERENCES workflow (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_stage_probability_id FOREIGN KEY(probability_id) REFERENCES probability (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_stage_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_stage_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_stage_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_stage_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_stage_initial_form CHECK (initial IN (0, 1)),
    CONSTRAINT ck_stage_final_form CHECK (final IN (0, 1)),
    CONSTRAINT ck_stage_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_stage_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_stage_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE stage_activity (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    stage_id BLOB NOT NULL,
    activity_type_id BLOB NOT NULL,
    next_activity_type_id BLOB,
    subject TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    mandatory INTEGER DEFAULT 0 NOT NULL,
    creates_task INTEGER DEFAULT 1 NOT NULL,
    due_after_days INTEGER,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_stage_activity PRIMARY KEY (id),
    CONSTRAINT fk_stage_activity_stage_id FOREIGN KEY(stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_stage_activity_activity_type_id FOREIGN KEY(activity_type_id) REFERENCES activity_type (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_stage_activity_next_activity_type_id FOREIGN KEY(next_activity_type_id) REFERENCES activity_type (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_stage_activity_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_stage_activity_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_stage_activity_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_stage_activity_mandatory_form CHECK (mandatory IN (0, 1)),
    CONSTRAINT ck_stage_activity_creates_task_form CHECK (creates_task IN (0, 1)),
    CONSTRAINT ck_stage_activity_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_stage_activity_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_stage_activity_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE stage_field (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    stage_id BLOB NOT NULL,
    field_name TEXT NOT NULL,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_stage_field PRIMARY KEY (id),
    CONSTRAINT fk_stage_field_stage_id FOREIGN KEY(stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_stage_field_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_stage_field_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_stage_field_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_stage_field_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_stage_field_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_stage_field_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE stage_role (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    stage_id BLOB NOT NULL,
    role_id BLOB NOT NULL,
    may_edit INTEGER NOT NULL,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_stage_role PRIMARY KEY (id),
    CONSTRAINT fk_stage_role_stage_id FOREIGN KEY(stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_stage_role_role_id FOREIGN KEY(role_id) REFERENCES role (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_stage_role_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_stage_role_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_stage_role_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_stage_role_may_edit_form CHECK (may_edit IN (0, 1)),
    CONSTRAINT ck_stage_role_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_stage_role_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_stage_role_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE tag (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    colour TEXT,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_tag PRIMARY KEY (id),
    CONSTRAINT fk_tag_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_tag_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_tag_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_tag_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_tag_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_tag_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_tag_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE target (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    user_id BLOB NOT NULL,
    team_id BLOB,
    month_on TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    currency_code TEXT NOT NULL,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_target PRIMARY KEY (id),
    CONSTRAINT fk_target_user_id FOREIGN KEY(user_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_target_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_target_currency_code FOREIGN KEY(currency_code) REFERENCES currency (code),
    CONSTRAINT fk_target_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_target_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_target_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_target_month_on_form CHECK (month_on IS date(month_on, '+0 days')),
    CONSTRAINT ck_target_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_target_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_target_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE team (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    manager_id BLOB,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_team PRIMARY KEY (id),
    CONSTRAINT fk_team_manager_id FOREIGN KEY(manager_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_team_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_team_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_team_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_team_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_team_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_team_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_team_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE team_member (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    team_id BLOB NOT NULL,
    user_id BLOB NOT NULL,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_team_member PRIMARY KEY (id),
    CONSTRAINT fk_team_member_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_team_member_user_id FOREIGN KEY(user_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_team_member_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_team_member_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_team_member_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_team_member_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_team_member_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_team_member_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE transition (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    from_stage_id BLOB NOT NULL,
    to_stage_id BLOB NOT NULL,
    automatic INTEGER DEFAULT 0 NOT NULL,
    role_id BLOB,
    condition TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_transition PRIMARY KEY (id),
    CONSTRAINT fk_transition_from_stage_id FOREIGN KEY(from_stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_transition_to_stage_id FOREIGN KEY(to_stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_transition_role_id FOREIGN KEY(role_id) REFERENCES role (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_transition_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_transition_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_transition_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_transition_automatic_form CHECK (automatic IN (0, 1)),
    CONSTRAINT ck_transition_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_transition_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_transition_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE unit (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_unit PRIMARY KEY (id),
    CONSTRAINT fk_unit_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_unit_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_unit_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_unit_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_unit_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_unit_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_unit_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE user_role (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    user_id BLOB NOT NULL,
    role_id BLOB NOT NULL,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_user_role PRIMARY KEY (id),
    CONSTRAINT fk_user_role_user_id FOREIGN KEY(user_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_user_role_role_id FOREIGN KEY(role_id) REFERENCES role (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_user_role_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_user_role_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_user_role_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_user_role_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_user_role_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_user_role_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE vat_rate (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    rate_hundredths INTEGER NOT NULL,
    valid_from_on TEXT,
    valid_to_on TEXT,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_vat_rate PRIMARY KEY (id),
    CONSTRAINT ck_vat_rate_rate CHECK (rate_hundredths BETWEEN 0 AND 10000),
    CONSTRAINT fk_vat_rate_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_vat_rate_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_vat_rate_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_vat_rate_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_vat_rate_valid_from_on_form CHECK (valid_from_on IS date(valid_from_on, '+0 days')),
    CONSTRAINT ck_vat_rate_valid_to_on_form CHECK (valid_to_on IS date(valid_to_on, '+0 days')),
    CONSTRAINT ck_vat_rate_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_vat_rate_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_vat_rate_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE workflow (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    record_kind TEXT DEFAULT 'opportunity' NOT NULL,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_workflow PRIMARY KEY (id),
    CONSTRAINT ck_workflow_kind CHECK (record_kind IN ('opportunity', 'contact', 'campaign')),
    CONSTRAINT fk_workflow_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_workflow_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_workflow_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_workflow_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_workflow_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_workflow_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_workflow_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE zone (
    id BLOB DEFAULT (randomblob(16)) NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    retired_at TEXT,
    parent_id BLOB,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id BLOB,
    created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
    changed_by_id BLOB,
    deleted_at TEXT,
    row_version INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_zone PRIMARY KEY (id),
    CONSTRAINT fk_zone_parent_id FOREIGN KEY(parent_id) REFERENCES zone (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_zone_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_zone_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_zone_id_form CHECK (length(id) = 16),
    CONSTRAINT ck_zone_retired_at_form CHECK (retired_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_zone_created_at_form CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_zone_changed_at_form CHECK (changed_at GLOB '????-??-??T??:??:??.???Z'),
    CONSTRAINT ck_zone_deleted_at_form CHECK (deleted_at GLOB '????-??-??T??:??:??.???Z')
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_act_label_key_at ON act (label_key, at);

CREATE INDEX ix_act_undoes ON act (undoes);

CREATE INDEX ix_activity_contact ON activity (contact_id, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_activity_due ON activity (user_id, done_at, due_at, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_activity_opportunity ON activity (opportunity_id, done_at, due_at, id, deleted_at) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_activity_type_code ON activity_type (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_address_type_code ON address_type (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_agent_code ON agent (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_app_user_login ON app_user (login) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_campaign_number ON campaign (company_id, number) WHERE deleted_at IS NULL;

CREATE INDEX ix_change_act_id ON change (act_id);

CREATE INDEX ix_change_table_name_row_id ON change (table_name, row_id);

CREATE UNIQUE INDEX uq_closing_reason_code ON closing_reason (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_commercial_category_code ON commercial_category (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_company_code ON company (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_competitor_code ON competitor (code) WHERE deleted_at IS NULL;

CREATE INDEX ix_contact_agent ON contact (agent_id, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_contact_name ON contact (name COLLATE NOCASE, id, deleted_at);

CREATE INDEX ix_contact_parent ON contact (parent_id, id, deleted_at) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_contact_origin ON contact (origin_system, origin_key) WHERE deleted_at IS NULL;

CREATE INDEX ix_contact_address_contact ON contact_address (contact_id, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_contact_agent_agent_id ON contact_agent (agent_id);

CREATE UNIQUE INDEX uq_contact_agent_pair ON contact_agent (contact_id, agent_id, zone_id) WHERE deleted_at IS NULL;

CREATE INDEX ix_contact_channel_contact ON contact_channel (contact_id, id, deleted_at) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_contact_competitor_pair ON contact_competitor (contact_id, competitor_id) WHERE deleted_at IS NULL;

CREATE INDEX ix_contact_note_contact ON contact_note (contact_id, id, deleted_at) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_contact_scope_scope ON contact_scope (contact_id, scope) WHERE deleted_at IS NULL;

CREATE INDEX ix_contact_tag_tag_id ON contact_tag (tag_id);

CREATE UNIQUE INDEX uq_contact_tag_pair ON contact_tag (contact_id, tag_id) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_contact_team_pair ON contact_team (contact_id, team_id) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_contact_type_code ON contact_type (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_exchange_rate_day ON exchange_rate (base_code, currency_code, valid_on) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_extra_field_code ON extra_field (record_kind, code) WHERE deleted_at IS NULL;

CREATE INDEX ix_extra_value_field_id ON extra_value (field_id);

CREATE UNIQUE INDEX uq_extra_value_cell ON extra_value (record_id, field_id) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_note_type_code ON note_type (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_number_series_code ON number_series (code) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_agent ON opportunity (agent_id, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_campaign ON opportunity (campaign_id, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_close ON opportunity (expected_close_on, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_closed ON opportunity (closed_on, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_closing ON opportunity (outcome, currency_code, closed_on, workflow_id, net_minor, gross_minor, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_contact ON opportunity (contact_id, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_created ON opportunity (created_on, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_last_activity ON opportunity (last_activity_at, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_net ON opportunity (net_minor, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_number ON opportunity (number COLLATE NOCASE, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_probability ON opportunity (outcome, probability_id, net_minor, id, expected_close_on, last_activity_at, touched_at, next_activity_at, workflow_id, stage_id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_stage ON opportunity (outcome, stage_id, net_minor, id, expected_close_on, last_activity_at, touched_at, next_activity_at, workflow_id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_stages ON opportunity (workflow_id, outcome, stage_id, probability_id, currency_code, net_minor, gross_minor, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_title ON opportunity (title COLLATE NOCASE, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_totals ON opportunity (outcome, probability_id, currency_code, user_id, type_id, agent_id, stage_id, net_minor, gross_minor, closed_on, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_user ON opportunity (user_id, id, deleted_at) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_opportunity_number ON opportunity (company_id, type_id, number) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_opportunity_origin ON opportunity (origin_system, origin_key) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_opportunity_competitor_pair ON opportunity_competitor (opportunity_id, competitor_id) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_line_invoice ON opportunity_line (expected_invoice_on, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_line_opportunity ON opportunity_line (opportunity_id, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_tag_tag_id ON opportunity_tag (tag_id);

CREATE UNIQUE INDEX uq_opportunity_tag_pair ON opportunity_tag (opportunity_id, tag_id) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_type_workflow_id ON opportunity_type (workflow_id);

CREATE UNIQUE INDEX uq_opportunity_type_code ON opportunity_type (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_origin_code ON origin (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_parameter_code ON parameter (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_payment_terms_code ON payment_terms (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_price_list_code ON price_list (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_probability_code ON probability (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_product_code ON product (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_product_family_code ON product_family (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_product_price ON product_price (product_id, currency_code, price_list_id) WHERE deleted_at IS NULL;

CREATE INDEX ix_progress_opportunity ON progress (opportunity_id, moved_at, id, deleted_at) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_quality_code ON quality (code) WHERE deleted_at IS NULL;

CREATE INDEX ix_reference_contact ON reference (contact_id, id, deleted_at) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_role_code ON role (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_role_right_kind ON role_right (role_id, record_kind) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_saved_view_name ON saved_view (screen, user_id, role_id, name) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_sector_code ON sector (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_stage_code ON stage (workflow_id, code) WHERE deleted_at IS NULL;

CREATE INDEX ix_stage_activity_stage_id ON stage_activity (stage_id);

CREATE UNIQUE INDEX uq_stage_field_name ON stage_field (stage_id, field_name) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_stage_role_pair ON stage_role (stage_id, role_id) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_tag_code ON tag (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_target_month ON target (user_id, month_on, currency_code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_team_code ON team (code) WHERE deleted_at IS NULL;

CREATE INDEX ix_team_member_user_id ON team_member (user_id);

CREATE UNIQUE INDEX uq_team_member_pair ON team_member (team_id, user_id) WHERE deleted_at IS NULL;

CREATE INDEX ix_transition_to_stage_id ON transition (to_stage_id);

CREATE UNIQUE INDEX uq_transition_pair ON transition (from_stage_id, to_stage_id) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_unit_code ON unit (code) WHERE deleted_at IS NULL;

CREATE INDEX ix_user_role_role_id ON user_role (role_id);

CREATE UNIQUE INDEX uq_user_role_pair ON user_role (user_id, role_id) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_vat_rate_code ON vat_rate (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_workflow_code ON workflow (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_zone_code ON zone (code) WHERE deleted_at IS NULL;

CREATE TABLE contact_text (n INTEGER PRIMARY KEY, record_id BLOB NOT NULL, text TEXT NOT NULL) STRICT;

CREATE UNIQUE INDEX uq_contact_text_record_id ON contact_text (record_id);

CREATE VIRTUAL TABLE contact_index USING fts5(text, content='contact_text', content_rowid='n', tokenize='trigram');

CREATE TABLE opportunity_text (n INTEGER PRIMARY KEY, record_id BLOB NOT NULL, text TEXT NOT NULL) STRICT;

CREATE UNIQUE INDEX uq_opportunity_text_record_id ON opportunity_text (record_id);

CREATE VIRTUAL TABLE opportunity_index USING fts5(text, content='opportunity_text', content_rowid='n', tokenize='trigram');

INSERT INTO act_now (id) VALUES (1);
