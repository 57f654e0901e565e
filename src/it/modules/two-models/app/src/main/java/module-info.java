module com.acme.app {
    requires com.acme.one;
    requires com.acme.two;
}
