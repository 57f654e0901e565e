module com.acme.two {
    exports com.acme.two;
}
