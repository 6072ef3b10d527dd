package io.rollcall.user;

/** What a person may do. Stored by name, and in this order from most to least. */
public enum Role {
    ACCOUNT_OWNER,
    BILLING_MANAGER,
    USER,
    CUSTOMER;

    /** The roles' names as annotations need them. */
    public static final class Names {

        public static final String ACCOUNT_OWNER = "ACCOUNT_OWNER";
        public static final String BILLING_MANAGER = "BILLING_MANAGER";

        private Names() {}
    }

    /** Whether it sees and ends everybody's sessions, and sees all users. */
    public boolean isAdministrator() {
        return this == ACCOUNT_OWNER || this == BILLING_MANAGER;
    }

    /** Whether it may edit, disable and enable an account that holds the other role, and grant that role. */
    public boolean mayManage(Role other) {
        return switch (this) {
            case ACCOUNT_OWNER -> true;
            case BILLING_MANAGER -> other != ACCOUNT_OWNER;
            case USER, CUSTOMER -> false;
        };
    }
}
